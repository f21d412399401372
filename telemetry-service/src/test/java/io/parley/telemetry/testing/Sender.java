package io.parley.telemetry.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.access.Access;
import io.parley.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** An editor of a workspace who uses the API. */
public record Sender(WorkspaceId workspace, String token) {

    /** A sender of a workspace nobody else uses. */
    public static Sender ofNewWorkspace() {
        WorkspaceId workspace = TestTokens.newWorkspace();
        return new Sender(workspace, TestTokens.of(workspace, Access.EDITOR));
    }

    /** Somebody who may only look, in the workspace of a sender. */
    public static Sender viewerOf(Sender sender) {
        return new Sender(sender.workspace(), TestTokens.of(sender.workspace(), Access.VIEWER));
    }

    /** An administrator of the workspace of a sender. */
    public static Sender adminOf(Sender sender) {
        return new Sender(sender.workspace(), TestTokens.of(sender.workspace(), Access.ADMIN));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public Response send(TelemetryEvent event) {
        return request().body(Sample.json(event)).post("/api/v1/telemetry/events");
    }

    public Response sendBatch(List<TelemetryEvent> events) {
        return sendJson(events.stream().map(Sample::json).toList());
    }

    public Response sendJson(List<? extends Map<String, Object>> events) {
        return request().body(Map.of("events", events)).post("/api/v1/telemetry/events/batch");
    }

    /** Sends a batch that must be accepted whole. */
    public void deliver(List<TelemetryEvent> events) {
        Response response = sendBatch(events);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
    }

    public Response events(String query) {
        return request().get("/api/v1/telemetry/events" + query);
    }

    public Response counts(String query) {
        return request().get("/api/v1/telemetry/counts" + query);
    }

    /** Counts of smaller units than the day: {@code hours} or {@code minutes}. */
    public Response countsBy(String unit, String query) {
        return request().get("/api/v1/telemetry/counts/" + unit + query);
    }

    /** How many events of a type are counted, over all days. */
    public long counted(String type) {
        return counts("?type=" + type).jsonPath().getList("items.events", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}

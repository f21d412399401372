package io.parley.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.parley.gateway.testing.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenApiTest {

    @Test
    void one_document_describes_every_service_that_answers() {
        given().get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("paths.'/api/v1/auth/login'.post.security", equalTo(List.of()))
                .body("paths.'/api/v1/runs/{id}'.get.security", nullValue())
                .body("paths.'/internal/api-keys/exchange'", nullValue())
                .body("components.securitySchemes.apiKey.name", equalTo("X-API-Key"))
                .body("x-missing-services", contains("telemetry"));
    }

    @Test
    void schemas_of_one_name_are_told_apart() {
        String schema = "paths.'/api/v1/runs/{id}'.get.responses.'200'.content.'application/json'.schema.'$ref'";

        given().get("/api/v1/openapi.json")
                .then()
                .body("components.schemas.Page.title", equalTo("of members"))
                .body("components.schemas.RunPage.title", equalTo("of runs"))
                .body("components.schemas.Run.properties.page.'$ref'", equalTo("#/components/schemas/RunPage"))
                .body("components.schemas.FieldError.type", equalTo("object"))
                .body(schema, equalTo("#/components/schemas/RunPage"));
    }

    @Test
    void a_page_shows_the_document() {
        given().get("/api/docs").then().statusCode(200).body(containsString("/api/v1/openapi.json"));
    }
}

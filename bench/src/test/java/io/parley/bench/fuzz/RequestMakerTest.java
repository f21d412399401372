package io.parley.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RequestMakerTest {

    private static final String DOCUMENT = """
            {"paths": {
               "/api/v1/things": {
                 "get": {"parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 9}}]},
                 "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}},
               "/api/v1/things/{id}": {
                 "delete": {"parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}}]}},
               "/api/v1/nothing-to-say": {"post": {}}},
             "components": {"schemas": {"Thing": {
               "type": "object", "required": ["name"],
               "properties": {"name": {"type": "string", "minLength": 3}, "size": {"type": ["integer", "null"], "maximum": 7}}}}}}
            """;

    private final Learnt learnt = new Learnt();
    private final JsonNode document = document();
    private final RequestMaker maker = new RequestMaker(document, learnt);

    @Test
    void only_operations_that_take_something_are_asked() {
        assertThat(Operation.all(document))
                .extracting(Operation::name)
                .containsExactly("GET /api/v1/things", "POST /api/v1/things", "DELETE /api/v1/things/{id}");
    }

    @Test
    void the_same_seed_makes_the_same_request_and_another_one_another() {
        Operation post = Operation.all(document).get(1);

        List<String> requests = requests(post);

        assertThat(requests(post)).isEqualTo(requests);
        assertThat(Set.copyOf(requests)).hasSizeGreaterThan(20);
    }

    @Test
    void some_requests_are_as_the_description_has_them_and_some_are_not() {
        List<String> bodies = LongStream.range(0, 300)
                .mapToObj(seed -> maker.request(Operation.all(document).get(1), new Dice(seed)))
                .map(request -> request.body().toString())
                .toList();

        assertThat(bodies).anyMatch(body -> body.matches("\\{\"name\":\"[^\"]{3,}\"(,\"size\":(null|[1-7]))?}"));
        assertThat(bodies).anyMatch(body -> body.contains("\\u0000"));
        assertThat(bodies).anyMatch(body -> !body.contains("name"));
        assertThat(bodies).anyMatch(String::isEmpty);
    }

    @Test
    void what_an_answer_told_is_asked_for_again() {
        learnt.learn("things", "{\"items\": [{\"id\": \"0199a0de-0000-7000-8000-000000000001\"}]}");

        List<String> uris = LongStream.range(0, 50)
                .mapToObj(seed -> maker.request(Operation.all(document).get(2), new Dice(seed))
                        .uri())
                .toList();

        assertThat(uris).contains("/api/v1/things/0199a0de-0000-7000-8000-000000000001");
    }

    private List<String> requests(Operation operation) {
        return LongStream.range(0, 60)
                .mapToObj(seed -> maker.request(operation, new Dice(seed)).toString())
                .toList();
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(DOCUMENT);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package io.parley.gateway.testing;

/** What the services say of themselves. */
public final class StubDocuments {

    public static final String AUTH = """
            {"openapi": "3.1.0",
             "paths": {
               "/api/v1/auth/login": {"post": {"security": [{"SecurityScheme": []}], "responses": {"200": {}}}},
               "/internal/api-keys/exchange": {"post": {"responses": {"200": {}}}}},
             "components": {"schemas": {
               "Page": {"type": "object", "title": "of members"},
               "FieldError": {"type": "object"}}}}
            """;

    public static final String RUNS = """
            {"openapi": "3.1.0",
             "paths": {
               "/api/v1/runs/{id}": {"get": {"security": [{"SecurityScheme": []}], "responses": {"200": {
                 "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}}}}},
             "components": {"schemas": {
               "Page": {"type": "object", "title": "of runs"},
               "Run": {"properties": {"page": {"$ref": "#/components/schemas/Page"}}},
               "FieldError": {"type": "object"}}}}
            """;

    public static final String VALIDATION = """
            {"openapi": "3.1.0",
             "paths": {
               "/api/v1/reviews/next": {"post": {"security": [{"SecurityScheme": []}], "responses": {"200": {}}}}}}
            """;

    private StubDocuments() {}
}

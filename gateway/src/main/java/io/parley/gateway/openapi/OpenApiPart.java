package io.parley.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one service says of itself. */
record OpenApiPart(String service, ObjectNode document) {}

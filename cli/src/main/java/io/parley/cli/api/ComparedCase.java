package io.parley.cli.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A case of two runs that are compared. */
public record ComparedCase(@JsonProperty("case") String caseName, Map<String, Object> vars) {}

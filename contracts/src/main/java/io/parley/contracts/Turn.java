package io.parley.contracts;

import java.util.List;
import java.util.Map;

/**
 * One exchange of a case: what the user says and what is expected of the answer.
 *
 * @param user template of what the user says
 * @param expect assertions on the answer as the suite file has them, strings in them being templates
 * @param capture values to take from the answer, by the variable they are kept under
 */
public record Turn(String user, List<Map<String, Object>> expect, Map<String, Capture> capture) {}

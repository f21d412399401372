package io.parley.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a case: what the user says and what is expected of the answer.
 *
 * @param user template of what the user says
 * @param expect assertions on the answer as the suite file has them, strings in them being templates
 * @param capture values to take from the answer, by the variable they are kept under
 * @param alternatives other wordings, of which and {@code user} one is said, the same one each time that the case is held; null for
 *     none
 * @param when expression of the templates; where it is not true, the turn is left out. Null for always
 */
public record Turn(
        String user,
        List<Map<String, Object>> expect,
        Map<String, Capture> capture,
        @Nullable List<String> alternatives,
        @Nullable String when) {

    /** One that is always held in these words. */
    public Turn(String user, List<Map<String, Object>> expect, Map<String, Capture> capture) {
        this(user, expect, capture, null, null);
    }
}

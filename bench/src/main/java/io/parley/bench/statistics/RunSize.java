package io.parley.bench.statistics;

/**
 * How large a run is.
 *
 * @param blocks cases as they are written
 * @param values of the one variable of each, so many cases it stands for
 * @param repeat executions of each case
 */
record RunSize(int blocks, int values, int repeat) {

    static final RunSize TEN_THOUSAND = new RunSize(10, 1_000, 1);
    static final RunSize A_HUNDRED_THOUSAND = new RunSize(20, 1_000, 5);

    int cases() {
        return blocks * values;
    }

    int executions() {
        return cases() * repeat;
    }

    /** A suite of this size, with tags and a gate. */
    String suite() {
        StringBuilder yaml = new StringBuilder("parley: 1\nname: Statistics of " + executions()
                + " executions\ngate: {pass-rate: 0.5, unsure: 0.5, regressions: 0}\ncases:\n");
        for (int block = 0; block < blocks; block++) {
            yaml.append("  - name: block %d\n    tags: [tag-%d, all]\n    repeat: %d\n    vars: {number: ["
                    .formatted(block, block, repeat));
            for (int value = 0; value < values; value++) {
                yaml.append(value == 0 ? "" : ", ").append(value);
            }
            yaml.append("]}\n    turns: [{user: \"What is {{number}}?\", expect: [{contains: \"{{number}}\"}]}]\n");
        }
        return yaml.toString();
    }
}

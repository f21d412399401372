package io.parley.validation.judges;

import io.parley.validation.chat.Usage;
import java.math.BigDecimal;

/** What an answer took: tokens and money. */
record Spent(Usage usage, BigDecimal cost) {

    static final Spent NOTHING = new Spent(Usage.NONE, BigDecimal.ZERO);
}

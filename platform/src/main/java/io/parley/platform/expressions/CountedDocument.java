package io.parley.platform.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import java.util.Collection;

/** A document as a path sees it, every look at it counted: paths such as {@code $..*..*} look at it without end. */
final class CountedDocument extends JacksonJsonNodeJsonProvider {

    private static final int STEPS_OF_A_LOOK = 50;

    private final Effort effort;

    CountedDocument(Effort effort) {
        this.effort = effort;
    }

    @Override
    public boolean isMap(Object value) {
        look(1);
        return super.isMap(value);
    }

    @Override
    public boolean isArray(Object value) {
        look(1);
        return super.isArray(value);
    }

    @Override
    public Object getMapValue(Object object, String key) {
        look(1);
        return super.getMapValue(object, key);
    }

    @Override
    public Collection<String> getPropertyKeys(Object object) {
        look(((JsonNode) object).size());
        return super.getPropertyKeys(object);
    }

    /** The base class finds a null behind the end of a list, where there is nothing. */
    @Override
    public Object getArrayIndex(Object list, int index) {
        look(1);
        if (index < 0 || index >= ((JsonNode) list).size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return super.getArrayIndex(list, index);
    }

    /** The library keeps the path of every value it finds, which can be larger than the document many times over. */
    @Override
    public void setArrayIndex(Object list, int index, Object value) {
        if (value instanceof JsonNode) {
            super.setArrayIndex(list, index, value);
        }
    }

    private void look(int times) {
        effort.spend((long) times * STEPS_OF_A_LOOK);
    }
}

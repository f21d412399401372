package io.parley.validation.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningTest {

    @Test
    void the_cosine_does_not_depend_on_length() {
        assertThat(of(3, 4).cosine(of(30, 40))).isEqualTo(1, within(1e-6));
        assertThat(of(1, 0).cosine(of(0, 5))).isZero();
        assertThat(of(1, 1).cosine(of(-2, -2))).isEqualTo(-1, within(1e-6));
        assertThat(of(1, 0).cosine(of(1, 1))).isEqualTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void each_of_several_meanings_pulls_the_mean_alike() {
        Meaning mean = Meaning.mean(List.of(of(100, 0), of(0, 1)), true);

        assertThat(mean.cosine(of(1, 1))).isEqualTo(1, within(1e-6));
    }

    @Test
    void what_points_nowhere_is_no_meaning() {
        assertThatIllegalArgumentException().isThrownBy(() -> of());
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, Float.POSITIVE_INFINITY));
    }

    @Test
    void meanings_of_different_models_are_not_compared() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 0).cosine(of(1, 0, 0)));
    }

    private static Meaning of(float... vector) {
        return Meaning.of(vector, true);
    }
}

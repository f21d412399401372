package io.parley.validation.closeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorterStemmerTest {

    /** The examples of Porter's paper, taken through all of its steps by NLTK 3.10.3 (ORIGINAL_ALGORITHM). */
    @ParameterizedTest
    @CsvSource(textBlock = """
            caresses, caress
            ponies, poni
            ties, ti
            cats, cat
            feed, feed
            agreed, agre
            plastered, plaster
            bled, bled
            motoring, motor
            sing, sing
            conflated, conflat
            troubled, troubl
            sized, size
            hopping, hop
            tanned, tan
            falling, fall
            hissing, hiss
            fizzed, fizz
            failing, fail
            filing, file
            happy, happi
            sky, sky
            relational, relat
            conditional, condit
            rational, ration
            valenci, valenc
            digitizer, digit
            radicalli, radic
            differentli, differ
            vileli, vile
            analogousli, analog
            vietnamization, vietnam
            predication, predic
            operator, oper
            feudalism, feudal
            decisiveness, decis
            hopefulness, hope
            callousness, callous
            formaliti, formal
            sensibiliti, sensibl
            triplicate, triplic
            formative, form
            electriciti, electr
            goodness, good
            revival, reviv
            allowance, allow
            airliner, airlin
            adjustable, adjust
            irritant, irrit
            replacement, replac
            adjustment, adjust
            dependent, depend
            adoption, adopt
            communism, commun
            angulariti, angular
            bowdlerize, bowdler
            probate, probat
            rate, rate
            cease, ceas
            controll, control
            roll, roll
            generalizations, gener
            oscillators, oscil
            is, is
            größe, größe
            """)
    void the_examples_of_its_paper_end_as_they_should(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }
}

package io.parley.worker.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final Map<String, @Nullable Object> VARIABLES = new HashMap<>(Map.of(
            "name",
            "Ada",
            "quote",
            "say \"hi\"\n",
            "empty",
            "",
            "count",
            3,
            "price",
            2.50,
            "big",
            12_345_678_901_234L,
            "yes",
            true,
            "items",
            List.of("b", "a", "c"),
            "user",
            Map.of("name", "Lin", "tags", List.of("x", "y"), "address", Map.of("city", "Oslo")),
            "people",
            List.of(Map.of("name", "Ada", "age", 36), Map.of("name", "Alan", "age", 41))));

    static {
        VARIABLES.put("nothing", null);
    }

    private final Templates templates = new Templates();

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "plain { text } -> plain { text }",
                "Hello {{ name }}! -> Hello Ada!",
                "{{name}}{{count}} -> Ada3",
                "[{{ missing }}|{{ nothing }}|{{ missing.deep.er }}] -> [||]",
                "{{ user.name }} {{ user['name'] }} {{ user.address.city }} -> Lin Lin Oslo",
                "{{ items[0] }}{{ items.2 }}{{ items[9] }} -> bc",
                "{{ user.tags[1] }} {{ people[1].name }} -> y Alan",
                "{{ items }} -> b,a,c",
                "{{ user.address }} -> {\"city\":\"Oslo\"}",
                "{{ yes }} {{ price }} {{ big }} {{ 1.0 }} {{ 0.1 + 0.2 }} -> true 2.5 12345678901234 1 0.30000000000000004",
                "{{ name | upper }} {{ name|lower }} {{ 'aDA' | capitalize }} {{ 'a bc' | title }} -> ADA ada Ada A Bc",
                "{{ missing | default('x') }}{{ empty | default('y') }}{{ empty | d('z', true) }} -> xz",
                "{{ items | join('-') }} {{ items | length }} {{ name | length }} {{ user | length }} -> b-a-c 3 3 3",
                "{{ items | first }}{{ items | last }} {{ items | sort | join }} {{ items | reverse | join }} -> bc abc cab",
                "{{ [10, 9, 1] | sort | join(' ') }} {{ [1, 2] | sort(true) }} -> 1 9 10 2,1",
                "{{ ' x ' | trim }}{{ 'aXbX' | replace('X', '-') }} {{ 'ab' | reverse }} -> xa-b- ba",
                "{{ 2.567 | round(1) }} {{ 2.5 | round }} {{ 2.1 | round(0, 'ceil') }} {{ '7.9' | int }} {{ -3 | abs }} -> 2.6 3 3 7 3",
                "{{ 'x' | int(5) }} {{ '2.5' | float }} {{ 'a b  c' | wordcount }} -> 5 2.5 3",
                "{{ 'one two three' | truncate(9) }} {{ 'abcdef' | truncate(3, true, '') }} -> one two... abc",
                "{{ user.tags | dump }} {{ 'a b&c' | urlencode }} -> [\"x\",\"y\"] a%20b%26c",
                "{{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ 7 % 4 }} {{ 7 / 2 }} {{ 2 - 3 }} -> 7 9 3 3.5 -1",
                "{{ 'a' ~ 1 ~ name }} {{ 'a' + 1 }} {{ count + 1 }} -> a1Ada a1 4",
                "{{ count == 3 }} {{ count == '3' }} {{ count != 3 }} {{ name === 'Ada' }} {{ 2 < 10 }} {{ count >= 4 }} -> true true false true true false",
                "{{ 'a' in items }} {{ 'z' not in items }} {{ 'd' in name }} {{ 'tags' in user }} -> true true true true",
                "{{ missing is defined }} {{ name is defined }} {{ missing is undefined }} {{ nothing is none }} -> false true true true",
                "{{ not yes or name }} {{ yes and name }} {{ missing or 'else' }} -> Ada Ada else",
                "{{ 'big' if count > 2 else 'small' }} {{ 'x' if false }} -> big",
                "{% if count > 5 %}a{% elif count > 2 %}b{% else %}c{% endif %} -> b",
                "{% if missing %}a{% endif %}{% if items %}b{% else %}c{% endif %} -> b",
                "{% for item in items %}{{ loop.index }}{{ item }}{% if not loop.last %},{% endif %}{% endfor %} -> 1b,2a,3c",
                "{% for key, value in user.address %}{{ key }}={{ value }}{% endfor %} -> city=Oslo",
                "{% for p in people %}{{ p.name }}:{{ p.age }} {% endfor %}. -> Ada:36 Alan:41 .",
                "{% for x in missing %}a{% else %}none{% endfor %} -> none",
                "{% for a in items %}{% for b in [1, 2] %}{{ a }}{{ b }} {% endfor %}{% endfor %}. -> b1 b2 a1 a2 c1 c2 .",
                "{% set greeting = 'Hi ' ~ name %}{{ greeting }}{% for i in [1] %}{% set greeting = 'x' %}{% endfor %}{{ greeting }} -> Hi AdaHi Ada",
                "a {#- gone -#} b{# {{ name }} #} -> ab",
                "a   {{- name -}}   b -> aAdab",
                "{% raw %}{{ name }}{% endraw %} -> {{ name }}",
                "{{ '}}' }} {{ \"it's\" }} {{ 'a\\'b' }} -> }} it's a'b",
            })
    void renders_as_nunjucks_does(String source, String rendered) {
        assertThat(templates.render(source, VARIABLES::get, Escaping.NONE).strip())
                .isEqualTo(rendered);
    }

    @Test
    void values_in_a_json_body_are_escaped_and_dumped_ones_are_not() {
        String body = "{\"q\": \"{{ quote }}\", \"n\": {{ count }}, \"items\": {{ items | dump }}}";

        String rendered = templates.render(body, VARIABLES::get, Escaping.JSON);

        assertThat(rendered).isEqualTo("{\"q\": \"say \\\"hi\\\"\\n\", \"n\": 3, \"items\": [\"b\",\"a\",\"c\"]}");
    }

    @Test
    void values_in_a_url_are_encoded_once_they_are_beyond_the_host() {
        Scope scope = Map.of("base", "http://bot.example:8080", "q", "a b&c=ü/!", "id", "x/y")::get;

        assertThat(templates.render("{{ base }}/chat/{{ id }}?q={{ q }}", scope, Escaping.URL))
                .isEqualTo("http://bot.example:8080/chat/x%2Fy?q=a%20b%26c%3D%C3%BC%2F!");
        assertThat(templates.render("{{ base }}/{{ q | urlencode }}/{{ id | safe }}", scope, Escaping.URL))
                .isEqualTo("http://bot.example:8080/a%20b%26c%3D%C3%BC%2F!/x/y");
    }

    @Test
    void every_text_of_a_structure_is_rendered_and_the_rest_is_kept() {
        Map<String, Object> plain = Map.of("contains", "sunny", "limit", 5);
        Map<String, Object> nested = Map.of("any", List.of(Map.of("equals", "{{ name }}"), 7, true));

        assertThat(templates.renderAll(plain, VARIABLES::get)).isEqualTo(plain);
        assertThat(templates.renderAll(nested, VARIABLES::get))
                .isEqualTo(Map.of("any", List.of(Map.of("equals", "Ada"), 7, true)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '`',
            value = {
                "{{ name -> '{{' has no '}}' (line 1, column 1)",
                "a {% if x %} -> {% if %} has no {% endif %} (line 1, column 5)",
                "{% endif %} -> {% endif %} closes nothing",
                "{% for x in y %}{% endif %} -> 'endif' where 'endfor' should be",
                "{% include 'x' %} -> unknown statement 'include'; known: if, for, set, raw",
                "{{ name | shout }} -> unknown filter 'shout'; known: abs, capitalize",
                "{{ range(3) }} -> 'range' cannot be called; templates have filters, not functions",
                "{{ a b }} -> 'b' where the end should be (line 1, column 6)",
                "{{ 1 + }} -> the end where a value should be",
                "{{ 'a }} -> '{{' has no '}}'",
                "{{ a is odd }} -> unknown test 'odd'; known: defined, undefined, none",
                "{% raw %}x -> {% raw %} has no {% endraw %}",
                "{{ a ? b }} -> '?' has no meaning here (line 1, column 6)",
            })
    void a_faulty_template_is_refused_with_what_is_wrong_and_where(String source, String reason) {
        assertThatThrownBy(() -> templates.render(source, VARIABLES::get, Escaping.NONE))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining(reason);
    }

    @Test
    void endless_work_is_refused() {
        Scope scope = Map.of("n", IntStream.range(0, 1_000).boxed().toList())::get;
        String loops = "{% for a in n %}{% for b in n %}{% for c in n %}{% endfor %}{% endfor %}{% endfor %}";
        String joins = "{% for a in n %}{% set s = n | join('-') | replace('-', '+') %}{% endfor %}";

        assertThatThrownBy(() -> templates.render(loops, scope, Escaping.NONE)).hasMessageContaining("100,000 steps");
        assertThatThrownBy(() -> templates.render(joins, scope, Escaping.NONE)).hasMessageContaining("100,000 steps");
    }

    @Test
    void endless_text_is_refused() {
        String doubling = "{% set s = 'xxxxxxxxxxxxxxxx' %}" + "{% set s = s ~ s %}".repeat(20) + "{{ s }}";
        String replaced = "{% set s = 'x' | replace('x', 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy') %}"
                + "{% set s = s | replace('y', s) %}".repeat(4);

        assertThatThrownBy(() -> templates.render(doubling, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("1,048,576 characters");
        assertThatThrownBy(() -> templates.render(replaced, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("1,048,576 characters");
    }

    @Test
    void endless_nesting_is_refused() {
        String parentheses = "{{ " + "(".repeat(300) + "1" + ")".repeat(300) + " }}";
        String negations = "{{ " + "not ".repeat(300) + "1 }}";
        String sums = "{{ 1" + " + 1".repeat(10_000) + " }}";
        String blocks = "{% if 1 %}".repeat(10_000) + "{% endif %}".repeat(10_000);

        assertThatThrownBy(() -> templates.render(parentheses, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("nested less than 50 deep");
        assertThatThrownBy(() -> templates.render(negations, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("nested less than 50 deep");
        assertThatThrownBy(() -> templates.render(sums, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("more than 1,000 words");
        assertThatThrownBy(() -> templates.render(blocks, VARIABLES::get, Escaping.NONE))
                .hasMessageContaining("nested more than 20 deep");
    }

    @Test
    void many_different_templates_do_not_stay() {
        String rendered = IntStream.range(0, 10_000)
                .mapToObj(number -> templates.render("{{ count }}" + number, VARIABLES::get, Escaping.NONE))
                .reduce("", (before, last) -> last);

        assertThat(rendered).isEqualTo("39999");
    }
}

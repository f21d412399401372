package io.parley.validation.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.Verdict;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answer;
import io.parley.validation.assertions.Answers;
import io.parley.validation.assertions.Expectation;
import io.parley.validation.assertions.Finding;
import io.parley.validation.assertions.Subject;
import io.parley.validation.testing.Checking;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class IsSqlTest {

    private static final Duration LONG = Duration.ofSeconds(100);

    private static Vertx vertx;
    private static SqlParser parser;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        parser = new SqlParser(vertx);
    }

    @AfterAll
    static void stop() {
        parser.stop();
        vertx.close().await().atMost(LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select 1                                                   | is SQL
            select a from t; delete from t where x = 1;                | is SQL
            with x as (select 1 as a) select * from x join t using (a) | is SQL
            `SELECT "ö" FROM städte -- 😀\nWHERE name = 'Größe 😀'`     | is SQL
            insert into t (a) values (1), (2)                          | is SQL
            create table t (a int primary key)                         | is SQL
            select (((1 + 2) * 3) - 4) from (select * from (t))        | is SQL
            ``                                                         | is not SQL, it has no statement: ""
            `  \n `                                                    | is not SQL, it has no statement: "  \\n "
            -- only a comment                                          | is not SQL, it has no statement: "-- only a comment"
            It is sunny.                                               | is not SQL, line 1, column 1: no SQL goes on with "It": "It is sunny."
            `select a\nfrom t where`                                   | is not SQL, line 2, column 8: no SQL goes on with "where": "select a\\nfrom t where"
            select (1                                                  | is not SQL, it ends too early: "select (1"
            Here it is: select 1                                       | is not SQL, line 1, column 1: no SQL goes on with "Here": "Here it is: select 1"
            {"a": 1}                                                   | is not SQL, line 1, column 1: no SQL goes on with "{": "{"a": 1}"
            select 'abc                                                | is not SQL, Lexical error at line 1, column 12.  Encountered: <EOF> after prefix "\\'abc": "select 'abc"
            """)
    void is_sql_takes_statements_and_nothing_beside_them(String answer, String reason) {
        boolean sql = reason.equals("is SQL");

        Finding finding = check("{'is-sql': true}", answer);

        assertThat(finding.reason()).isEqualTo("the answer " + reason);
        assertThat(finding.verdict()).isEqualTo(sql ? Verdict.PASS : Verdict.FAIL);
        assertThat(check("{'not': {'is-sql': true}}", answer).verdict()).isEqualTo(sql ? Verdict.FAIL : Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'is-sql': {'statements': ['select']}}           | select 1; select 2                                              | is SQL
            {'is-sql': {'statements': ['select']}}           | values (1)                                                      | is SQL
            {'is-sql': {'statements': ['select', 'insert']}} | insert into t select * from s                                   | is SQL
            {'is-sql': {'statements': ['update']}}           | with x as (select 1) update t set a = 1 where b in (select 2)   | holds a statement that is no update but select
            {'is-sql': {'statements': ['select']}}           | select 1; delete from t                                         | holds a statement that is no select but delete
            {'is-sql': {'statements': ['select']}}           | with x as (delete from t returning *) select * from x           | holds a statement that is no select but delete
            {'is-sql': {'statements': ['select']}}           | (with x as (insert into t values (1)) select * from x) union select 2 | holds a statement that is no select but insert
            {'is-sql': {'statements': ['select']}}           | select * into b from a                                          | holds a statement that is no select but select into
            {'is-sql': {'statements': ['select', 'merge']}}  | drop table t                                                    | holds a statement that is no select or merge but drop
            {'is-sql': {'statements': ['select']}}           | create table t as select 1                                      | holds a statement that is no select but create table
            {'is-sql': {'statements': ['select']}}           | if (1 = 1) select 1; else delete from t;                        | holds a statement that is no select but if else
            """)
    void only_allowed_kinds_of_statements_pass(String assertion, String answer, String reason) {
        Finding finding = check(assertion, answer);

        assertThat(finding.reason()).startsWith("the answer " + reason);
        assertThat(finding.verdict()).isEqualTo(reason.equals("is SQL") ? Verdict.PASS : Verdict.FAIL);
    }

    /** Each keeps the parser busy for ages, or takes more stack than there is. */
    static List<String> endless() {
        return List.of(
                "select " + "(".repeat(40) + "1",
                "select " + "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "select " + "case when ".repeat(60) + "1",
                "select " + "f(".repeat(60) + "1",
                "select * from t where (a, b) in " + "(".repeat(60),
                "select " + "x in (".repeat(60));
    }

    @ParameterizedTest
    @MethodSource("endless")
    void what_takes_too_long_is_an_error_and_hurts_no_neighbour(String hostile) {
        SqlText endless = new SqlText(hostile, Effort.ofOneExecution());
        List<SqlText> neighbours = IntStream.range(0, 20)
                .mapToObj(n -> new SqlText("select " + n, Effort.ofOneExecution()))
                .toList();

        Map<SqlText, Answer<Sql>> answers = parser.answer(
                        Stream.concat(Stream.of(endless), neighbours.stream()).toList())
                .await()
                .atMost(LONG);

        assertThat(answers.get(endless)).isInstanceOf(Answer.Unknown.class);
        assertThat(neighbours)
                .allSatisfy(neighbour -> assertThat(answers.get(neighbour))
                        .isEqualTo(new Answer.Known<>(new Sql.Statements(List.of("select")))));
    }

    @Test
    void more_endless_texts_than_there_are_threads_leave_the_parser_as_it_was() {
        String endless = "select " + "f(".repeat(60) + "1";
        List<SqlText> many = IntStream.range(0, 6)
                .mapToObj(n -> new SqlText(endless + n, Effort.ofOneExecution()))
                .toList();

        Map<SqlText, Answer<Sql>> answers = parser.answer(many).await().atMost(LONG);

        assertThat(answers.values())
                .containsOnly(new Answer.Unknown<>("what should be SQL takes longer than 500 ms to be parsed"));
        assertThat(check("{'is-sql': true}", "select 1").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void an_error_is_an_error_under_not_too_and_says_why() {
        String endless = "select " + "f(".repeat(60) + "1";
        String tooLong = "select '" + "x".repeat(SqlParser.LONGEST) + "'";

        assertThat(check("{'not': {'is-sql': true}}", endless))
                .isEqualTo(Finding.error("what should be SQL takes longer than 500 ms to be parsed"));
        assertThat(check("{'not': {'is-sql': true}}", tooLong))
                .isEqualTo(Finding.error("what should be SQL is longer than 100,000 characters"));
    }

    @Test
    void a_tooLongtext_within_the_limit_is_parsed() {
        assertThat(check("{'is-sql': true}", "select '" + "ö".repeat(SqlParser.LONGEST - 9) + "'")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void texts_of_one_execution_share_its_time() {
        Effort execution = Effort.ofOneExecution();
        List<SqlText> many = IntStream.range(0, 8)
                .mapToObj(n -> new SqlText("select " + "f(".repeat(60) + n, execution))
                .toList();

        Map<SqlText, Answer<Sql>> answers = parser.answer(many).await().atMost(LONG);

        assertThat(answers.values())
                .contains(new Answer.Unknown<>(
                        "the answers that should be SQL of this conversation take longer than 2 s together"));
    }

    @Test
    void nobody_knows_whether_more_blocks_than_are_looked_at_contain_sql() {
        String words = IntStream.range(0, 20)
                .mapToObj("```\nIt is sunny, %d degrees.\n```\n"::formatted)
                .collect(Collectors.joining());
        String sql = "```sql\nselect 1\n```\n";
        Finding unknown =
                Finding.error("the answer has more than 20 blocks that may be SQL, and the first 20 are none");

        assertThat(check("{'contains-sql': true}", words + sql)).isEqualTo(unknown);
        assertThat(check("{'not': {'contains-sql': true}}", words + sql)).isEqualTo(unknown);
        assertThat(check("{'contains-sql': true}", sql + words).verdict()).isEqualTo(Verdict.PASS);
        assertThat(check("{'not': {'contains-sql': true}}", words).verdict()).isEqualTo(Verdict.PASS);
        assertThat(check("{'not': {'contains-sql': true}}", words + words).verdict())
                .isEqualTo(Verdict.PASS);
    }

    private static Finding check(String assertion, String answer) {
        Expectation expectation = Checking.read(assertion);
        Subject subject = Subject.ofTurn(Checking.transcript(answer), 0, Effort.ofOneExecution());
        Answers answers = Answers.of(parser.answer(
                        expectation.needs(subject).map(SqlText.class::cast).toList())
                .await()
                .atMost(LONG));
        return expectation.check(subject, answers);
    }
}

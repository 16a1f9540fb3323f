// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages about measures and frameworks name, is there; and every measure is told once.
class FrameworkPagesTest {

    /// How many measures the list of security requirements has.
    private static final int MEASURES = 32;

    private static final Set<String> STATES = Set.of("gedaan", "deels", "nog niet");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
    private static final Pattern RUNS =
            Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|Property|TestFactory|FuzzTest)\\b");

    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+Test)#(\\w+)");
    private static final Pattern METRIC = Pattern.compile("ddas_[a-z_]+");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| *([^|]+?) *\\|(.*)\\|$");

    private static final List<Pattern> ALGORITHMS = List.of(
            Pattern.compile("(?:Signature|MessageDigest|Cipher|Mac|SecretKeyFactory|KDF|KeyFactory|KeyPairGenerator"
                    + "|AlgorithmParameters)\\.getInstance\\(\"([^\"]+)\""),
            Pattern.compile("String (?:ALGORITHM|HMAC) = \"([^\"]+)\""),
            Pattern.compile("\"(SHA\\d+with\\w+)\""));
    private static final Pattern LOG = Pattern.compile("\\w+(?:Log|Journal|Trail)");

    private static final Map<String, List<Path>> TYPES = Checkout.javaFiles().stream()
            .collect(Collectors.groupingBy(file -> file.getFileName().toString().replace(".java", "")));

    @ParameterizedTest
    @ValueSource(strings = {"docs/bio.md", "docs/frameworks.md", "docs/nl/juridisch-kader-logboek.md"})
    void everyNameInTheTablesExists(String page) {
        List<String> names = rows(page).stream()
                .flatMap(cells -> NAME.matcher(String.join("|", cells)).results())
                .map(name -> name.group(1))
                .toList();

        assertThat(names).hasSizeGreaterThan(10);
        assertThat(names.stream().filter(name -> !exists(name)).toList())
                .as("names in %s that lead nowhere", page)
                .isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsSeen() {
        assertThat(List.of(
                        "GeenSoort",
                        "HttpTest#nothingOfTheKind",
                        "NoTest#works",
                        "ddas_no_such_figure",
                        "no-such-file.md",
                        "something else"))
                .allMatch(name -> !exists(name));
        assertThat(List.of("HttpServer", "HttpTest#nonsenseIsRefusedWith400", "publiccode.yml", "security.txt"))
                .allMatch(FrameworkPagesTest::exists);
    }

    @Test
    void thePageOfCryptographyNamesEachAlgorithm() {
        Set<String> told = names("docs/cryptografie.md");
        Set<String> asked = Checkout.mainJavaFiles().stream()
                .map(Checkout::text)
                .flatMap(code -> ALGORITHMS.stream()
                        .flatMap(pattern -> pattern.matcher(code).results()))
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(told).containsAll(asked);
    }

    @Test
    void thePageOfLogsNamesEachLog() {
        Set<String> told = names("docs/logbestanden.md");
        Set<String> logs = Checkout.mainJavaFiles().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> LOG.matcher(name).matches())
                // One that only holds another to its time.
                .filter(name -> !name.equals("TimedLog"))
                .collect(Collectors.toSet());

        assertThat(logs).contains("DecisionLog", "ApprovalJournal", "AuditTrail");
        assertThat(told).containsAll(logs);
        assertThat(told.stream()
                        .filter(name -> !TYPES.containsKey(name) && !standsInTheProgram(name))
                        .toList())
                .as("files, tables and settings that are nowhere")
                .isEmpty();
    }

    private static boolean standsInTheProgram(String name) {
        return Checkout.modules().stream()
                .flatMap(module -> Checkout.mainFiles(module).stream())
                .filter(file -> file.toString().matches(".*\\.(java|sql|yaml|xml)"))
                .anyMatch(file -> Checkout.text(file).contains(name));
    }

    /// What stands between backticks in the table of a page.
    private static Set<String> names(String page) {
        return rows(page).stream()
                .flatMap(cells -> NAME.matcher(String.join("|", cells)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void everyMeasureIsToldOnceAndStandsAsTheListSays() {
        Map<String, String> list = new TreeMap<>();
        for (String line : Checkout.text(Checkout.ROOT.resolve("docs/bio-measures.tsv"))
                .lines()
                .skip(1)
                .toList()) {
            String[] cells = line.split("\t", -1);
            assertThat(list.put(cells[0], cells[1] + ", " + cells[2])).as(line).isNull();
        }
        assertThat(list.keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, MEASURES)
                        .mapToObj(Integer::toString)
                        .toList());

        Map<String, String> page = new TreeMap<>();
        for (List<String> cells : rows("docs/bio.md")) {
            assertThat(page.put(cells.get(0), cells.get(1) + ", " + cells.getLast()))
                    .as("measure " + cells.get(0) + " stands there twice")
                    .isNull();
        }
        assertThat(page).isEqualTo(list);
    }

    /// "Done" wants a test; where there is none, the page says so.
    @Test
    void whatIsDoneNamesATestThatProvesIt() {
        for (List<String> cells : rows("docs/bio.md")) {
            String state = cells.getLast();
            String proof = cells.get(cells.size() - 2);
            assertThat(STATES).contains(state);
            if (state.equals("gedaan")) {
                assertThat(proof).as("measure " + cells.get(0)).containsPattern(TEST);
            }
            if (state.equals("nog niet")) {
                assertThat(proof).as("measure " + cells.get(0)).isEqualTo("-");
            }
        }
    }

    /// The rows of the one table of a page, without its head.
    private static List<List<String>> rows(String page) {
        List<List<String>> rows = new ArrayList<>();
        ROW.matcher(Checkout.text(Checkout.ROOT.resolve(page)))
                .results()
                .map(row -> row.group().strip())
                .map(row -> Arrays.stream(row.substring(1, row.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .forEach(rows::add);
        assertThat(rows).hasSizeGreaterThan(2);
        return rows.subList(2, rows.size());
    }

    private static boolean exists(String name) {
        var test = TEST.matcher(name);
        if (test.matches()) {
            return TYPES.getOrDefault(test.group(1), List.of()).stream().anyMatch(file -> hasTest(file, test.group(2)));
        }
        if (METRIC.matcher(name).matches()) {
            return Checkout.mainJavaFiles().stream()
                    .anyMatch(file -> Checkout.text(file).contains("\"" + name + "\""));
        }
        if (TYPE.matcher(name).matches()) {
            return TYPES.containsKey(name);
        }
        // A file of the Internet, not of this checkout.
        return name.equals("security.txt") || Files.exists(Checkout.ROOT.resolve(name));
    }

    /// A test of an API may stand in the class that all of them share.
    private static boolean hasTest(Path file, String method) {
        String text = Checkout.text(file);
        boolean shared = text.contains("extends ApiContract")
                && TYPES.getOrDefault("ApiContract", List.of()).stream()
                        .anyMatch(contract -> runs(Checkout.text(contract), method));
        return shared || runs(text, method);
    }

    /// Whether a method is a test that runs: what stands above it, back to the member before, says so.
    private static boolean runs(String text, String method) {
        int at = text.indexOf(" void " + method + "(");
        if (at < 0) {
            return false;
        }
        String before = text.substring(0, at);
        String above = before.substring(Math.max(before.lastIndexOf("\n    }\n"), before.lastIndexOf(";\n\n")) + 1);
        return RUNS.matcher(above).find() && !above.contains("@Disabled");
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A range of versions such as `>=1.0.0 <2`, or one version. All demands count together.
record Versiebereik(List<Eis> eisen) {

    private static final Pattern DEMAND =
            Pattern.compile("(>=|<=|>|<|=)?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");
    private static final Pattern VERSION = Pattern.compile(
            "(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    /// @param nummer three numbers; what was left out is 0
    record Eis(String teken, List<Integer> nummer) {

        boolean accepts(List<Integer> versie) {
            int order = Arrays.compare(versie.toArray(new Integer[0]), nummer.toArray(new Integer[0]));
            return switch (teken) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }
    }

    /// Empty when this is no range.
    static Optional<Versiebereik> of(String tekst) {
        if (tekst.isBlank() || tekst.length() > 100) {
            return Optional.empty();
        }
        List<Matcher> delen =
                Stream.of(tekst.strip().split("[\\s,]+")).map(DEMAND::matcher).toList();
        return delen.stream().allMatch(Matcher::matches)
                ? Optional.of(new Versiebereik(
                        delen.stream().map(Versiebereik::demand).toList()))
                : Optional.empty();
    }

    private static Eis demand(Matcher deel) {
        return new Eis(Optional.ofNullable(deel.group(1)).orElse("="), numbers(deel, 2));
    }

    private static List<Integer> numbers(Matcher deel, int eerste) {
        return Stream.of(eerste, eerste + 1, eerste + 2)
                .map(groep -> Optional.ofNullable(deel.group(groep))
                        .map(Integer::valueOf)
                        .orElse(0))
                .toList();
    }

    /// Whether this version lies inside; a version is three numbers.
    boolean contains(String versie) {
        Matcher matcher = VERSION.matcher(versie);
        return matcher.matches() && eisen.stream().allMatch(eis -> eis.accepts(numbers(matcher, 1)));
    }

    /// Whether this is a version by Semantic Versioning 2.0.0.
    static boolean isVersion(String tekst) {
        return VERSION.matcher(tekst).matches();
    }
}

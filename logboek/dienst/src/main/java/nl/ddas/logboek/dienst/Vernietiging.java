// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Evidence that lines were removed because their time was over, and why. As bytes it is nine lines of text, so
/// that anybody can read it without our code; those bytes are a leaf of the tree.
///
/// @param ronde which run did it
/// @param activiteit of the lines
/// @param versie of the rule in the register
/// @param termijn how long lines are kept by that rule
/// @param voor lines of actions that began before this moment were removed
/// @param op when it happened
/// @param bladen of the lines, in order, without overlap; one at least
public record Vernietiging(
        UUID ronde,
        String activiteit,
        String versie,
        Period termijn,
        Instant voor,
        Instant op,
        List<Bladreeks> bladen) {

    private static final String KOP = "ddas-vernietiging/1";
    private static final int REGELS = 9;

    /// Leaves that follow each other.
    ///
    /// @param eerste number of the first
    /// @param laatste number of the last, which may be the first
    public record Bladreeks(long eerste, long laatste) {

        /// @throws IllegalArgumentException when it is reversed
        public Bladreeks {
            if (eerste < 0 || laatste < eerste) {
                throw new IllegalArgumentException("leaves: expected a first and a last");
            }
        }
    }

    /// @throws IllegalArgumentException when a text has line breaks, or the leaves are not in order
    public Vernietiging {
        bladen = List.copyOf(bladen);
        boolean isOneLine = (activiteit + versie).chars().noneMatch(Character::isISOControl);
        boolean isInOrder = !bladen.isEmpty();
        for (int i = 1; i < bladen.size(); i++) {
            isInOrder &= bladen.get(i).eerste() > bladen.get(i - 1).laatste() + 1;
        }
        if (!isOneLine || !isInOrder) {
            throw new IllegalArgumentException("evidence: expected texts of one line, and leaves in order");
        }
    }

    /// How many lines were removed.
    public long aantal() {
        return bladen.stream()
                .mapToLong(reeks -> reeks.laatste() - reeks.eerste() + 1)
                .sum();
    }

    /// Whether the line of this leaf is among those.
    public boolean covers(long nummer) {
        return bladen.stream().anyMatch(reeks -> reeks.eerste() <= nummer && nummer <= reeks.laatste());
    }

    /// Numbers as ranges.
    ///
    /// @param nummers in order, none twice
    static List<Bladreeks> ranges(List<Long> nummers) {
        List<Bladreeks> reeksen = new ArrayList<>();
        for (long nummer : nummers) {
            boolean isNext = !reeksen.isEmpty() && reeksen.getLast().laatste() + 1 == nummer;
            long eerste = isNext ? reeksen.removeLast().eerste() : nummer;
            reeksen.add(new Bladreeks(eerste, nummer));
        }
        return reeksen;
    }

    /// The bytes that are hashed.
    public byte[] vorm() {
        String reeksen = bladen.stream()
                .map(reeks -> reeks.eerste() == reeks.laatste()
                        ? Long.toString(reeks.eerste())
                        : reeks.eerste() + "-" + reeks.laatste())
                .collect(Collectors.joining(" "));
        return String.join(
                        "\n",
                        KOP,
                        "ronde " + ronde,
                        "activiteit " + activiteit,
                        "versie " + versie,
                        "termijn " + termijn,
                        "voor " + voor,
                        "op " + op,
                        "aantal " + aantal(),
                        "bladen " + reeksen + "\n")
                .getBytes(UTF_8);
    }

    /// The evidence of these bytes; empty when [#vorm] did not make them.
    public static Optional<Vernietiging> read(byte[] vorm) {
        List<String> regels = new String(vorm, UTF_8).lines().toList();
        if (regels.size() != REGELS || !regels.getFirst().equals(KOP)) {
            return Optional.empty();
        }
        try {
            Vernietiging read = new Vernietiging(
                    UUID.fromString(value(regels, 1, "ronde ")),
                    value(regels, 2, "activiteit "),
                    value(regels, 3, "versie "),
                    Period.parse(value(regels, 4, "termijn ")),
                    Instant.parse(value(regels, 5, "voor ")),
                    Instant.parse(value(regels, 6, "op ")),
                    ranges(value(regels, 8, "bladen ")));
            return Optional.of(read).filter(one -> Arrays.equals(one.vorm(), vorm));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String value(List<String> regels, int place, String name) {
        String regel = regels.get(place);
        if (!regel.startsWith(name)) {
            throw new IllegalArgumentException("expected a line with " + name);
        }
        return regel.substring(name.length());
    }

    private static List<Bladreeks> ranges(String text) {
        List<Bladreeks> reeksen = new ArrayList<>();
        for (String one : text.split(" ", -1)) {
            String[] ends = one.split("-", 2);
            reeksen.add(new Bladreeks(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
        }
        return reeksen;
    }
}

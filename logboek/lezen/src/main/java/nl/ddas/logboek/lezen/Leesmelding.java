// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Instant;
import java.util.List;
import nl.ddas.logboek.dienst.Houder;

/// That something was read. What was asked stands there as a digest only: it may hold a person.
///
/// @param houder whose log was read
/// @param lezer who read it
/// @param vraag SHA-256 of the question in hexadecimal, without page: the same for each page of one question
/// @param sleutels which names were asked by, in their order
/// @param regels how many lines were shown
public record Leesmelding(
        Instant moment, Houder houder, String lezer, String vraag, List<String> sleutels, int regels) {

    public Leesmelding {
        sleutels = List.copyOf(sleutels);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what tests want to know out of an answer.
final class Antwoorden {

    private static final Pattern TRAJECT = Pattern.compile("\"omschrijving\":\"t(\\d+)\"");
    private static final Pattern NAAM = Pattern.compile("\"\\(Statutaire\\) Naam\":\"([^\"]*)\"");

    private Antwoorden() {}

    /// Numbers of the trajecten, in order.
    static List<Integer> trajecten(String json) {
        List<Integer> nummers = new ArrayList<>();
        Matcher matcher = TRAJECT.matcher(json);
        while (matcher.find()) {
            nummers.add(Integer.valueOf(matcher.group(1)));
        }
        return nummers;
    }

    /// Names of the leveringen, in order.
    static List<String> leveringen(String json) {
        List<String> namen = new ArrayList<>();
        Matcher matcher = NAAM.matcher(json);
        while (matcher.find()) {
            namen.add(matcher.group(1));
        }
        return namen;
    }

    /// The paging block as text, empty when there is none.
    static String paginering(String json) {
        int begin = json.indexOf(",\"paginering\":");
        return begin < 0 ? "" : json.substring(begin + 14, json.length() - 1);
    }
}

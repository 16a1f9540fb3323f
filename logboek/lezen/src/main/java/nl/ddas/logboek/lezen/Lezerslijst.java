// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ddas.basis.Request;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.dienst.Houder;

/// Readers by the code in their certificate, from the setting `lezers`: a list with for each `code` (such as an OIN),
/// `rol` (`eigen`, `ander` or `inzage`), `rechten` (of `eigen`), `applicaties` (of `ander`) and perhaps `logboek`
/// (whose; else that of the server itself).
public final class Lezerslijst implements Lezers {

    private static final String ROLLEN = "eigen, ander of inzage";

    private final Map<String, Lezer> lezers;
    private final Function<List<X509Certificate>, Optional<String>> code;

    /// @param lezers by code
    /// @param code what a certificate says who it is; empty when it says nothing
    public Lezerslijst(Map<String, Lezer> lezers, Function<List<X509Certificate>, Optional<String>> code) {
        this.lezers = Map.copyOf(lezers);
        this.code = code;
    }

    /// Reads the setting `lezers`.
    ///
    /// @param eigen whose log the server keeps when an entry does not say
    /// @throws nl.ddas.basis.SettingsFault when an entry means nothing, or a code is there twice
    public static Lezerslijst read(
            Settings settings, Houder eigen, Function<List<X509Certificate>, Optional<String>> code) {
        Map<String, Lezer> lezers = new HashMap<>();
        for (Settings one : settings.list("lezers")) {
            Lezer lezer = read(one, eigen);
            if (lezers.put(lezer.naam(), lezer) != null) {
                throw one.unfit("code", "een code die nog niet in de lijst staat");
            }
        }
        return new Lezerslijst(lezers, code);
    }

    private static Lezer read(Settings one, Houder eigen) {
        String naam = one.required("code");
        Houder houder = one.optional("logboek").map(Houder::new).orElse(eigen);
        List<Leesrecht> rechten = one.values("rechten", "een recht als ldv.read.trace", Leesrecht::of);
        List<String> applicaties =
                new ArrayList<>(one.values("applicaties", "een adres dat begint met https://", text -> Optional.of(text)
                        .filter(address -> address.startsWith("https://"))));
        return switch (one.required("rol")) {
            case "eigen" -> {
                Set<Leesrecht> all = EnumSet.noneOf(Leesrecht.class);
                all.addAll(rechten);
                yield new Lezer.Eigen(houder, naam, all);
            }
            case "ander" -> new Lezer.Ander(houder, naam, applicaties);
            case "inzage" -> new Lezer.Inzage(houder, naam);
            default -> throw one.unfit("rol", ROLLEN);
        };
    }

    @Override
    public Optional<Lezer> find(Request request) {
        return code.apply(request.peer()).flatMap(one -> Optional.ofNullable(lezers.get(one)));
    }
}

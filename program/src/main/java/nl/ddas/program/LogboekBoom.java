// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.boom.VerifierKey;

/// The tree over the lines of a log, by which changes show; who witnesses it, and whose trees are witnessed here.
///
/// @param adres where the trees are served, without `https://`: begin of the origin of each
/// @param sleutels folder with the keys that sign
/// @param getuigen who witnesses our trees
/// @param getuige name under which we witness those of others; empty when we do not
/// @param getuigeVan keys of the logs that we witness
record LogboekBoom(
        String adres, Path sleutels, List<Getuige> getuigen, Optional<String> getuige, List<VerifierKey> getuigeVan) {

    private static final String NAAM = "[^\\s+]{1,200}";

    /// A witness.
    ///
    /// @param adres its submission prefix
    record Getuige(VerifierKey sleutel, URI adres) {}

    LogboekBoom {
        getuigen = List.copyOf(getuigen);
        getuigeVan = List.copyOf(getuigeVan);
    }

    /// Reads `boom-adres`, `boom-sleutels`, `getuigen`, `getuige-naam` and `getuige-van`.
    ///
    /// @return empty when there is to be no tree
    /// @throws nl.ddas.basis.SettingsFault naming the setting that is wrong
    static Optional<LogboekBoom> lees(Settings instellingen) {
        Optional<String> adres = instellingen.value(
                "boom-adres", "een adres zonder https://, zoals logboek.voorbeeld.nl/boom", tekst -> Optional.of(tekst)
                        .filter(een -> een.matches(NAAM) && !een.contains("://") && !een.endsWith("/")));
        Path sleutels = Path.of(instellingen.optional("boom-sleutels").orElse("./var/boom-sleutels"));
        List<Getuige> getuigen =
                instellingen.list("getuigen").stream().map(LogboekBoom::getuige).toList();
        Optional<String> naam = instellingen.value(
                "getuige-naam",
                "een naam zonder spaties en +, zoals logboek.voorbeeld.nl/getuige",
                tekst -> Optional.of(tekst).filter(een -> een.matches(NAAM)));
        List<VerifierKey> van = instellingen.values(
                "getuige-van", "publieke sleutels van logboeken, als naam+hash+sleutel", VerifierKey::read);
        if (!van.isEmpty() && naam.isEmpty()) {
            throw instellingen.unfit(
                    "getuige-naam", "de naam waaronder u getuige bent, omdat er iets bij getuige-van staat");
        }
        if (adres.isEmpty() && (!getuigen.isEmpty() || naam.isPresent())) {
            throw instellingen.unfit("boom-adres", "het adres van uw bomen, omdat er getuigen zijn");
        }
        return adres.map(een -> new LogboekBoom(een, sleutels, getuigen, naam, van));
    }

    private static Getuige getuige(Settings een) {
        VerifierKey sleutel = VerifierKey.read(een.required("sleutel"))
                .orElseThrow(() -> een.unfit("sleutel", "de publieke sleutel van de getuige, als naam+hash+sleutel"));
        return new Getuige(sleutel, adres(een));
    }

    private static URI adres(Settings een) {
        String tekst = een.required("adres");
        if (!tekst.matches("https?://[^\\s?#]+[^\\s?#/]")) {
            throw een.unfit("adres", "een adres als https://logboek.voorbeeld.nl:4318/getuige");
        }
        return URI.create(tekst);
    }

    /// The keys that sign here.
    Boomsleutels sleutels(SecureRandom toeval) {
        return new Boomsleutels(sleutels, adres, toeval);
    }

    /// The part of the log that lets trees grow and serves them. Close it after the log and before the database.
    Boomdeel deel(Boomdeel.Grond grond) {
        return new Boomdeel(this, grond);
    }
}

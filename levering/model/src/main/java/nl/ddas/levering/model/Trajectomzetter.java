// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Makes a [Schuldhulptraject] of v1.0 out of the bytes of one of an older version: one version up at a time, in a
/// small tree of that one traject, which is then read as any other.
final class Trajectomzetter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Versie van;
    private final String gemeentecode;
    private final Vormschemas schemas;
    private final Dagboek dagboek = new Dagboek();

    /// @param van the version of the message, before v1.0
    Trajectomzetter(Versie van, Voorkennis voorkennis, Vormschemas schemas) {
        this.van = van;
        this.gemeentecode = voorkennis.gemeentecode().orElse(Gemeentecode.ONBEKEND);
        this.schemas = schemas;
    }

    /// What came of a traject.
    ///
    /// @param omzettingen with places counted from the start of the traject
    /// @param oudePaden see [TrajectPlek#oudePaden()]
    record Uitkomst(Schuldhulptraject traject, List<Omzetlijst.Regel> omzettingen, Map<String, String> oudePaden) {}

    /// @param bytes holds the traject: one JSON object, without double keys
    Uitkomst zetOm(byte[] bytes, int begin, int lengte) throws IOException {
        Knoop traject;
        try (JsonParser lezer = Lezers.op(bytes, begin, lengte)) {
            lezer.nextToken();
            traject = Knoop.lees(lezer);
        }
        Omzetlijst lijst = new Omzetlijst();
        if (van == Versie.V0_8) {
            VanVersie8.zetOm(traject, gemeentecode, lijst);
        }
        if (van == Versie.V0_8 || van == Versie.V0_9) {
            VanVersie9.zetOm(traject, lijst);
        }
        Schrijfwijzen.zetOm(traject, lijst);
        VanVersie10.zetOm(traject, lijst);
        Map<String, String> oudePaden = new LinkedHashMap<>();
        traject.verplaatst("", "", oudePaden);
        return new Uitkomst(lees(traject), lijst.regels(), oudePaden);
    }

    private Schuldhulptraject lees(Knoop traject) throws IOException {
        ByteArrayOutputStream nieuw = new ByteArrayOutputStream(4_096);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), nieuw)) {
            traject.schrijf(json);
        }
        byte[] bytes = nieuw.toByteArray();
        try (JsonParser lezer = Lezers.op(bytes, 0, bytes.length)) {
            Vormloper loper = new Vormloper(lezer, 0, schemas, schemas.vrij(), (soort, pad, plek, wil, is) -> {});
            loper.waarde();
            return new TrajectLezer(new Veldlezer(loper, (afwijking, plek) -> {}, dagboek)).lees();
        }
    }
}

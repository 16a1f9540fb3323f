// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

/// How much may stand in one contract.
class ContractLimitsTest {

    private static final KnownContracts NONE = iv -> Optional.empty();

    /// B may connect to A on behalf of so many others.
    private static ContractContent onBehalfOf(int delegators) {
        return Fixture.draft(IntStream.range(0, delegators)
                .<Grant>mapToObj(i -> new Grant.DelegatedServiceConnection(
                        Fixture.outway(B),
                        new ServiceRef.Plain(A, "parkeren"),
                        new PeerId(String.format(Locale.ROOT, "000000881%011d", i)),
                        Optional.empty()))
                .toList());
    }

    private static Optional<FscError> objection(ContractContent content, KnownContracts known) {
        SignatureCheck signatures =
                new SignatureCheck(GROUP, (peer, at, thumbprint) -> Optional.empty(), Fixture.ONE.chains());
        return new ContractRules(GROUP, A, signatures).objection(content, B, known, NOW);
    }

    @Test
    void aHundredPeersAtMostAreOnOneContract() {
        assertThat(objection(onBehalfOf(98), NONE)).isEmpty();
        assertThat(objection(onBehalfOf(99), NONE)).get().satisfies(error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.CONTRACT_VALIDATION_FAILED);
            assertThat(error.message()).contains("at most 100 different peers, got 101");
        });
    }

    @Test
    void aContractThatIsThereAlreadyStaysGoodWhateverThePeersOnIt() {
        ContractContent content = onBehalfOf(99);
        assertThat(objection(content, iv -> Optional.of(content.hash()))).isEmpty();
    }

    @Test
    void aThousandGrantsAtMostAreReadFromOneContract() {
        JsonObject tree = Fixture.connection().tree();
        JsonValue grant = tree.array("grants").orElseThrow().getFirst();
        assertThat(ContractContent.read(with(tree, grant, 1000)))
                .isInstanceOfSatisfying(
                        ContentReading.Read.class,
                        read -> assertThat(read.content().grants()).hasSize(1000));
        assertThat(ContractContent.read(with(tree, grant, 1001)))
                .isInstanceOfSatisfying(ContentReading.Refused.class, refused -> assertThat(refused.reason())
                        .contains("at most 1000 grants"));
    }

    private static JsonObject with(JsonObject tree, JsonValue grant, int times) {
        List<JsonValue> grants = Collections.nCopies(times, grant);
        return Fixture.change(tree, "grants", Optional.of(new JsonArray(grants)));
    }
}

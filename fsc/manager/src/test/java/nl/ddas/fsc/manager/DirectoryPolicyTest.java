// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.DIR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.model.ServiceOffer;
import org.junit.jupiter.api.Test;

class DirectoryPolicyTest {

    private static final String IV = "0199a1b2-0000-7000-8000-000000000001";

    private static AutoSign.Decision decide(AutoSign policy, Grant grant) {
        ContractContent content = Members.content(IV, Members.NOW, grant);
        return policy.decide(content, new PeerIdentity(B, "Peer B"));
    }

    private static Grant publication(PeerId directory, String name) {
        return new Grant.ServicePublication(directory, new ServiceOffer(B, name, Protocol.HTTP_1_1), Optional.empty());
    }

    @Test
    void signsPublicationsInThisDirectory() {
        assertThat(decide(DirectoryPolicy.all(DIR), publication(DIR, "parkeren")))
                .isEqualTo(new AutoSign.Decision.Sign());
    }

    @Test
    void leavesEverythingElse() {
        AutoSign policy = DirectoryPolicy.all(DIR);
        assertThat(decide(policy, publication(A, "parkeren"))).isEqualTo(new AutoSign.Decision.Leave());
        assertThat(decide(policy, Members.connection(B, DIR))).isEqualTo(new AutoSign.Decision.Leave());
    }

    @Test
    void tellsWhyItRefuses() {
        Set<GrantType> types = Set.of(GrantType.SERVICE_PUBLICATION);
        AutoSign names = new DirectoryPolicy(DIR, types, Pattern.compile("DDAS-.*"), Duration.ofDays(400));
        assertThat(decide(names, publication(DIR, "parkeren")))
                .isInstanceOfSatisfying(AutoSign.Decision.Refuse.class, refuse -> assertThat(refuse.reason())
                        .contains("DDAS-"));
        AutoSign life = new DirectoryPolicy(DIR, types, Pattern.compile(".+"), Duration.ofHours(1));
        assertThat(decide(life, publication(DIR, "parkeren"))).isInstanceOf(AutoSign.Decision.Refuse.class);
    }
}

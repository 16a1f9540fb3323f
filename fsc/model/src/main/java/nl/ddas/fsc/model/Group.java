// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.basis.Settings;

/// What all Peers of a Group have agreed on outside the standard (FSC Core, "Group", "FSC Profile").
///
/// @param id 1 to 100 of `a-z A-Z 0-9 . / _ -`
/// @param peerIds how a Peer is found in a certificate
/// @param profile shape of the contracts that we make; the other shape is refused unless `acceptLegacyShape`
/// @param fscVersions values of `fsc_version` that we accept
/// @param writesVersion the one of them that we write
/// @param ports on which Peers are reached
/// @param skew how far clocks may differ; never granted to the end of a contract
/// @param transactionId form of a transaction id
/// @param switches choices where the standard leaves room
public record Group(
        String id,
        PeerIdRule peerIds,
        ContentProfile profile,
        Set<String> fscVersions,
        String writesVersion,
        Set<Integer> ports,
        Duration skew,
        Pattern transactionId,
        Switches switches) {

    /// A UUID of version 7 in lower or upper case.
    public static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9./_-]{1,100}");

    /// Choices where the standard leaves room or contradicts itself; `docs/deviations.md` has the reasons.
    ///
    /// @param acceptLegacyShape also take content without `fsc_version` when the profile is [ContentProfile#V2]
    /// @param strictSubmitter hold to the letter of who may submit which Grant
    /// @param enforceAudience refuse a token for another address than this Inway's
    /// @param maxPropertiesBytes largest canonical form of `properties`
    /// @param propertyKeys names that may stand in `properties`
    public record Switches(
            boolean acceptLegacyShape,
            boolean strictSubmitter,
            boolean enforceAudience,
            int maxPropertiesBytes,
            PropertyKeys propertyKeys) {

        public static final Switches DEFAULT = new Switches(false, false, false, 1_048_576);

        /// With any names in `properties`.
        public Switches(
                boolean acceptLegacyShape, boolean strictSubmitter, boolean enforceAudience, int maxPropertiesBytes) {
            this(acceptLegacyShape, strictSubmitter, enforceAudience, maxPropertiesBytes, PropertyKeys.ALL);
        }

        public Switches with(PropertyKeys other) {
            return new Switches(acceptLegacyShape, strictSubmitter, enforceAudience, maxPropertiesBytes, other);
        }
    }

    /// @throws IllegalArgumentException when the id has another form, or what is written is not accepted
    public Group {
        fscVersions = Set.copyOf(fscVersions);
        ports = Set.copyOf(ports);
        if (!isId(id)) {
            throw new IllegalArgumentException("Group: expected an id of 1 to 100 characters a-z A-Z 0-9 . / _ -");
        }
        if (!fscVersions.contains(writesVersion)) {
            throw new IllegalArgumentException("Group: expected a version that is accepted, got " + writesVersion);
        }
    }

    /// A Group with the defaults: OIN, version 2 content, ports 443 and 8443, a minute of skew.
    public static Group of(String id) {
        return new Group(
                id,
                PeerIdRule.OIN,
                ContentProfile.V2,
                Set.of("1.0.0", "2.0.0"),
                "1.0.0",
                Set.of(443, 8443),
                Duration.ofSeconds(60),
                UUID_V7,
                Switches.DEFAULT);
    }

    /// Reads `group`, `ports`, and under `group-rules` what differs from the usual; a part that runs at a Peer has them
    /// all from one place, so that its Manager, Inway and Outway agree. The caller rejects unknown keys.
    ///
    /// @throws nl.ddas.basis.SettingsFault naming the key that is missing or wrong
    public static Group read(Settings settings) {
        return new GroupSettings(settings).read();
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    public Group with(PeerIdRule other) {
        return new Group(id, other, profile, fscVersions, writesVersion, ports, skew, transactionId, switches);
    }

    public Group with(ContentProfile other) {
        return new Group(id, peerIds, other, fscVersions, writesVersion, ports, skew, transactionId, switches);
    }

    public Group with(Switches other) {
        return new Group(id, peerIds, profile, fscVersions, writesVersion, ports, skew, transactionId, other);
    }

    public Group withPorts(Set<Integer> other) {
        return new Group(id, peerIds, profile, fscVersions, writesVersion, other, skew, transactionId, switches);
    }

    public Group withSkew(Duration other) {
        return new Group(id, peerIds, profile, fscVersions, writesVersion, ports, other, transactionId, switches);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Judges where may be gone: an address in a line was written by somebody else, who could point it at machines that
/// only we can reach (server-side request forgery).
///
/// @param plaatsen hosts that may be asked, with a port where it is not 443
/// @param isPriveToegestaan whether addresses inside an organisation may be asked too
/// @param namen gives the addresses of a name
public record Adreswacht(Set<String> plaatsen, boolean isPriveToegestaan, Namen namen) {

    public Adreswacht {
        plaatsen = Set.copyOf(plaatsen);
    }

    /// Gives the addresses of a name.
    @FunctionalInterface
    public interface Namen {

        /// Those that the machine knows.
        Namen VAN_MACHINE = name -> List.of(InetAddress.getAllByName(name));

        /// @throws UnknownHostException when there are none
        List<InetAddress> find(String name) throws UnknownHostException;
    }

    /// Where to go, or why not.
    sealed interface Oordeel {

        /// @param adres the one to connect with: asked once, so that the answer cannot change in between
        record Mag(InetAddress adres) implements Oordeel {}

        record Niet(Toestand toestand) implements Oordeel {}
    }

    /// @param isBegin given by who asks: then neither list nor kind of address matters
    Oordeel judge(Leesadres adres, boolean isBegin) {
        if (!isBegin && !plaatsen.contains(adres.plaats())) {
            return new Oordeel.Niet(Toestand.NIET_TOEGESTAAN);
        }
        try {
            String host = adres.uri().getHost().replaceAll("^\\[|]$", "");
            List<InetAddress> all = namen.find(host);
            if (all.isEmpty()) {
                return new Oordeel.Niet(Toestand.ONBEREIKBAAR);
            }
            boolean isPrivate = all.stream().anyMatch(Adreswacht::isPrivate);
            return isPrivate && !isBegin && !isPriveToegestaan
                    ? new Oordeel.Niet(Toestand.PRIVE_ADRES)
                    : new Oordeel.Mag(all.getFirst());
        } catch (UnknownHostException _) {
            return new Oordeel.Niet(Toestand.ONBEREIKBAAR);
        }
    }

    /// Whether an address is of no public network: the special-purpose registries of IANA (RFC 6890).
    static boolean isPrivate(InetAddress address) {
        boolean isKnown = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return isKnown || (address instanceof Inet4Address ? isSpecial4(bytes) : isSpecial6(bytes));
    }

    private static boolean isSpecial4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19 || second == 51))
                || (first == 203 && second == 0 && bytes[2] == 113);
    }

    /// Global addresses begin with 001; of those 6to4 and Teredo lead to others, and documentation to nobody.
    private static boolean isSpecial6(byte[] bytes) {
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20;
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        boolean isTunnel = first == 0x2002
                || first == 0x3fff
                || (first == 0x2001 && (bytes[2] & 0xff) < 2)
                || Arrays.equals(bytes, 0, 4, new byte[] {0x20, 0x01, 0x0d, (byte) 0xb8}, 0, 4);
        return !isGlobal || isTunnel;
    }
}

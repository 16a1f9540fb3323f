// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/// Addresses that lead to the machine that calls them, or to what is on its own cable: an address that another
/// organisation names must not lead us there.
public final class OwnMachine {

    private OwnMachine() {}

    /// Whether it is a loopback or link-local address, or none (all zeros).
    public static boolean has(InetAddress address) {
        return address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress();
    }

    /// Whether one of the addresses of a host is. Blocks: it asks for the addresses of a name.
    ///
    /// @param host a name, or an address as in a URL
    /// @return false also for a name that is not known: nobody can connect to that
    public static boolean has(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).anyMatch(OwnMachine::has);
        } catch (UnknownHostException nobody) {
            return false;
        }
    }
}

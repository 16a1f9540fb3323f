// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.NetworkChannel;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;

/// The ways by which code can leave its process: a connection or a database.
final class Outlets {

    private static final Set<String> PACKAGES =
            Set.of("java.net", "javax.net", "java.rmi", "java.sql", "javax.sql", "org.jdbi", "com.zaxxer", "io.zonky");

    /// Names of places, no connections to them.
    private static final Set<Class<?>> HARMLESS = Set.of(URI.class, URISyntaxException.class);

    private static final Set<Class<?>> OURS = Set.of(HttpClient.class, HttpServer.class, Network.class, Database.class);

    private Outlets() {}

    static boolean contains(JavaClass type) {
        if (named(HARMLESS, type)) {
            return false;
        }
        return named(OURS, type)
                || type.isAssignableTo(NetworkChannel.class)
                || PACKAGES.stream().anyMatch(name -> (type.getPackageName() + ".").startsWith(name + "."));
    }

    private static boolean named(Set<Class<?>> types, JavaClass type) {
        Stream<String> names = types.stream().map(Class::getName);
        return names.anyMatch(
                name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }
}

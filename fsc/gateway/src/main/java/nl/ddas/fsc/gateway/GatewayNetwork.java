// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The event loops on which gateways pipe; open one, pass it to every Inway and Outway, close it last.
public final class GatewayNetwork implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(60);

    private final Vertx vertx;

    private GatewayNetwork(Vertx vertx) {
        this.vertx = vertx;
    }

    /// Starts the event loops; they hold the process alive until [#close].
    public static GatewayNetwork open() {
        FileSystemOptions files =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new GatewayNetwork(Vertx.vertx(new VertxOptions().setFileSystemOptions(files)));
    }

    Vertx vertx() {
        return vertx;
    }

    /// Waits, on a thread that may block.
    ///
    /// @throws IllegalStateException when the work failed or took too long
    static <T> T await(Future<T> future, Duration longest, String what) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(what + " failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(what + " took longer than " + longest, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", interrupted);
        }
    }

    /// Stops the event loops and what still runs on them.
    @Override
    public void close() {
        Void closed = await(vertx.close(), CLOSING, "closing the network");
        assert closed == null;
    }
}

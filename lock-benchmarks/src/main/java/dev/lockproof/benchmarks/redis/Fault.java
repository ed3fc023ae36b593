package dev.lockproof.benchmarks.redis;

import dev.lockproof.spi.Lease;
import dev.lockproof.testservers.Await;
import io.lettuce.core.FlushMode;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What breaks while a process waits for a lock, and from when on it could have it.
 *
 * @param what what breaks
 * @param since from when on the waiter could have the lock, for people
 * @param scene opens the scene
 * @param strike lets it break, and gives from when on the waiter could have the lock, by {@link System#nanoTime()}
 */
record Fault(String what, String since, Supplier<FaultScene> scene, ToLongFunction<FaultScene> strike) {

    static final Fault NONE = new Fault(
            "nothing",
            "the release",
            FaultScene::oneServer,
            scene -> release(scene, scene.holdAndWait(FaultScene.LONG)));

    static final List<Fault> ALL = List.of(
            NONE,
            new Fault("the server stops for 0.5 s", "the release after that", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server().pause();
                FaultScene.parkMillis(500);
                scene.server().resume();
                return release(scene, lease);
            }),
            new Fault("… for longer than the lease", "its going on", FaultScene::oneServer, scene -> {
                Lease unused = scene.holdAndWait(Duration.ofSeconds(1));
                scene.server().pause();
                FaultScene.parkMillis(2_000);
                long from = System.nanoTime();
                scene.server().resume();
                return from;
            }),
            new Fault("the server comes back with its data", "the release after that", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server().restart();
                return release(scene, lease);
            }),
            new Fault("… without data", "its start", FaultScene::oneServer, scene -> {
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                scene.server().kill();
                long from = System.nanoTime();
                scene.server().restartEmpty();
                return from;
            }),
            new Fault("… with data of before the lock", "its start", FaultScene::oneServer, scene -> {
                scene.server().keepData();
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                scene.server().kill();
                long from = System.nanoTime();
                scene.server().restartWithKeptData();
                return from;
            }),
            new Fault("all connections are killed", "the release after that", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server().commands().clientKill(KillArgs.Builder.skipme());
                return release(scene, lease);
            }),
            new Fault("those for messages are killed", "the release after that", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server().commands().clientKill(KillArgs.Builder.typePubsub());
                return release(scene, lease);
            }),
            new Fault(
                    "the waiter's network is cut for 1 s",
                    "its return, after the release",
                    FaultScene::oneServer,
                    scene -> {
                        Lease lease = scene.holdAndWait(FaultScene.LONG);
                        scene.network().cut();
                        scene.release(lease);
                        FaultScene.parkMillis(1_000);
                        long from = System.nanoTime();
                        scene.network().heal();
                        return from;
                    }),
            new Fault("… swallows packets for 0.5 s", "its return, after the release", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.network().silence();
                scene.release(lease);
                FaultScene.parkMillis(500);
                long from = System.nanoTime();
                scene.network().heal();
                return from;
            }),
            new Fault("… takes 100 ms each way", "the release", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.network().slowDown(Duration.ofMillis(100));
                return release(scene, lease);
            }),
            new Fault("the key is deleted by hand", "that", FaultScene::oneServer, scene -> {
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                long from = System.nanoTime();
                scene.server().commands().del(scene.key('l'));
                return from;
            }),
            new Fault("the key is evicted", "there being room again", FaultScene::oneServer, scene -> {
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                scene.server().commands().configSet("maxmemory-policy", "allkeys-random");
                scene.server().commands().configSet("maxmemory", "1");
                Await.until("all was evicted", () -> isEvicted(scene));
                long from = System.nanoTime();
                scene.server().commands().configSet("maxmemory", "0");
                return from;
            }),
            new Fault("all data is flushed", "that", FaultScene::oneServer, scene -> {
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                long from = System.nanoTime();
                scene.server().commands().flushall(FlushMode.SYNC);
                return from;
            }),
            new Fault("the script cache is flushed", "the release after that", FaultScene::oneServer, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server().commands().scriptFlush();
                return release(scene, lease);
            }),
            new Fault("the first in the queue died", "the release", FaultScene::oneServer, scene -> {
                Lease lease = scene.hold(FaultScene.LONG);
                scene.queueAheadAndDie();
                scene.startWaiting(scene.server());
                FaultScene.parkMillis(200);
                return release(scene, lease);
            }),
            new Fault("the first in the queue stops", "the release", FaultScene::oneServer, scene -> {
                Lease lease = scene.hold(FaultScene.LONG);
                scene.queueAheadAndStop(Duration.ofSeconds(1));
                scene.startWaiting(scene.server());
                FaultScene.parkMillis(200);
                return release(scene, lease);
            }),
            new Fault(
                    "a replica takes over that knew the lock",
                    "the release after that",
                    () -> FaultScene.sentinels(true),
                    scene -> {
                        Lease lease = scene.holdAndWait(FaultScene.LONG);
                        Await.until(
                                "the replica knows",
                                () -> scene.server(1).commands().exists(scene.key('l')) > 0);
                        scene.server().kill();
                        scene.awaitRenewal(lease);
                        return release(scene, lease);
                    }),
            new Fault("… that missed the lock", "the primary's death", () -> FaultScene.sentinels(false), scene -> {
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                long from = System.nanoTime();
                scene.server().kill();
                return from;
            }),
            new Fault("Redlock: two of five are away", "the release", FaultScene::redlock, scene -> {
                Lease lease = scene.holdAndWait(FaultScene.LONG);
                scene.server(3).pause();
                scene.server(4).pause();
                return release(scene, lease);
            }),
            new Fault(
                    "Redlock: three of five are away for 1 s",
                    "one's return, after the release",
                    FaultScene::redlock,
                    scene -> {
                        Lease lease = scene.holdAndWait(FaultScene.LONG);
                        scene.server(2).pause();
                        scene.server(3).pause();
                        scene.server(4).pause();
                        scene.release(lease);
                        FaultScene.parkMillis(1_000);
                        long from = System.nanoTime();
                        scene.server(2).resume();
                        return from;
                    }),
            new Fault("Redlock: one of three comes back without data", "its start", FaultScene::redlock, scene -> {
                scene.server(3).kill();
                scene.server(4).kill();
                Lease unused = scene.holdAndWait(FaultScene.LONG);
                scene.server(3).restart();
                scene.server(4).restart();
                scene.server(2).kill();
                long from = System.nanoTime();
                scene.server(2).restartEmpty();
                return from;
            }));

    private static long release(FaultScene scene, Lease lease) {
        long from = System.nanoTime();
        scene.release(lease);
        return from;
    }

    /** A server throws away only when something more is to be kept. */
    private static boolean isEvicted(FaultScene scene) {
        try {
            scene.server().commands().set("more", "x");
        } catch (RedisCommandExecutionException e) {
            return scene.server().commands().exists(scene.key('l')) == 0;
        }
        return false;
    }

    FaultScene open() {
        return scene.get();
    }

    long strike(FaultScene open) {
        return strike.applyAsLong(open);
    }
}

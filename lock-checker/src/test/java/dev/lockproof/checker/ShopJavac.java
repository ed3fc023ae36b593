package dev.lockproof.checker;

import dev.lockproof.checker.Javac.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real javac that has the checker on its processor path, and the entities of the fixture on its class path.
 *
 * @param shop the compiled entities
 * @param output where it writes its classes
 */
record ShopJavac(Path shop, Path output) {

    /** Compiles the entities into a new folder in a given one. */
    static ShopJavac in(Path folder) throws IOException {
        ShopJavac javac = new ShopJavac(
                Files.createDirectory(folder.resolve("shop")), Files.createDirectory(folder.resolve("out")));
        Resources.compileShop(javac.shop);
        return javac;
    }

    Result compile(List<String> jvmFlags, List<Path> sources, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-d", output.toString()));
        arguments.addAll(List.of("-cp", Javac.classPath(shop), "-processorpath", Javac.classPath()));
        arguments.addAll(List.of(options));
        sources.forEach(source -> arguments.add(source.toString()));
        return Javac.compile(jvmFlags, arguments);
    }
}

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Generates the table classes from the migrations: migrates a database in memory, reads its
/// schema.
///
/// Does nothing when neither the migrations nor jOOQ nor this file has changed since the last time.
/// Arguments: the folder of the migrations, the folder to write to, the version of jOOQ.
void main(String[] arguments) throws Exception {
    Path migrations = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path stamp = target.resolve("generated-from.sha256");
    String fingerprint = fingerprint(migrations, arguments[2]);
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
        return;
    }
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    generate(migrations, target);
    Files.writeString(stamp, fingerprint);
}

void generate(Path migrations, Path target) throws Exception {
    var database = new JdbcDataSource();
    // The same treatment of names as at run time, where PostgreSQL prefers lower case.
    database.setURL("jdbc:h2:mem:tables;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    // A database in memory lives as long as its last connection.
    try (Connection keepAlive = database.getConnection()) {
        Flyway.configure()
                .dataSource(database)
                .loggers("slf4j")
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        GenerationTool tool = new GenerationTool();
        tool.setConnection(keepAlive);
        tool.run(configuration(target));
    }
}

Configuration configuration(Path target) {
    return new Configuration()
            .withLogging(Logging.WARN)
            .withGenerator(
                    new Generator()
                            .withDatabase(
                                    new Database()
                                            .withName("org.jooq.meta.h2.H2Database")
                                            .withInputSchema("public")
                                            .withOutputSchemaToDefault(true)
                                            .withExcludes("flyway_schema_history"))
                            .withGenerate(
                                    new Generate()
                                            .withGlobalObjectReferences(true)
                                            .withGeneratedAnnotation(false))
                            .withTarget(
                                    new Target()
                                            .withPackageName("dev.supie.adapter.out.jooq.schema")
                                            .withDirectory(target.toString())));
}

String fingerprint(Path migrations, String version) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(version.getBytes(StandardCharsets.UTF_8));
    digest.update(
            Files.readAllBytes(migrations.resolve("../../../../../build/GenerateTables.java")));
    for (Path file : sortedFiles(migrations)) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
}

List<Path> sortedFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().toList();
    }
}

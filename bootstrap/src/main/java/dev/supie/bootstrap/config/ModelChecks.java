package dev.supie.bootstrap.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The rules between language models and what they are used for.
final class ModelChecks {

    private final Values values;

    ModelChecks(Values values) {
        this.values = values;
    }

    void run(LanguageModelsConfig models) {
        Set<String> aliases = values.aliases(AliasSection.MODELS);
        for (ModelPurpose purpose : ModelPurpose.values()) {
            Optional.ofNullable(models.choices().get(purpose))
                    .ifPresent(choice -> checkAlias(purpose, choice.alias(), aliases));
        }
        if (aliases.size() > LanguageModelsConfig.ALIASES_MAX) {
            values.refuse(
                    ModelPurpose.DEFAULT.setting(),
                    "cannot choose among more than "
                            + LanguageModelsConfig.ALIASES_MAX
                            + " language models",
                    "remove some under llm");
        }
        boolean chosen =
                Arrays.stream(ModelPurpose.values())
                        .anyMatch(purpose -> values.isGiven(purpose.setting()));
        if (aliases.size() > 1 && !chosen) {
            values.missing(
                    "llm",
                    ModelPurpose.DEFAULT.setting(),
                    "say which to use: " + Texts.oneOf(aliases.stream().toList()));
        }
        warnOfUnused(models, aliases, chosen);
    }

    private void checkAlias(ModelPurpose purpose, String alias, Set<String> aliases) {
        if (!aliases.contains(alias)) {
            String fix =
                    aliases.isEmpty()
                            ? "define it under llm, or remove this key"
                            : "use " + Texts.oneOf(aliases.stream().toList());
            values.refuse(purpose.setting(), "is not defined under llm", fix);
        }
    }

    private void warnOfUnused(LanguageModelsConfig models, Set<String> aliases, boolean chosen) {
        for (String alias : aliases) {
            if (chosen && !models.isUsed(alias)) {
                values.warn(
                        Settings.Model.of(alias).name(),
                        "is used by no mode",
                        "name llm." + alias + " under llm_by_mode to use it");
            }
        }
    }
}

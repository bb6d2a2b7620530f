package dev.supie.bootstrap.rules;

import dev.supie.application.coding.BuildSharing;
import dev.supie.bootstrap.config.CodingConfig;
import dev.supie.bootstrap.config.SupieConfig;
import dev.supie.domain.coding.CodingSettings;
import dev.supie.domain.task.TaskSettings;

/// The rules of coding, from their configuration.
public final class BuildRules {

    private BuildRules() {}

    /// @param model whether there is one to ask
    public static CodingSettings settings(CodingConfig coding, boolean model) {
        return new CodingSettings(
                coding.insights(),
                coding.debounce(),
                coding.lineCharsMax(),
                coding.linesMax(),
                coding.excerptCharsMax(),
                coding.insightItemsMax(),
                coding.summaryItemsMax(),
                model,
                CodingSettings.DEFAULTS.answerWithin());
    }

    /// Groups are those of the task boards (WF-2).
    public static BuildSharing sharing(SupieConfig config) {
        TaskSettings groups = TaskRules.of(config);
        return new BuildSharing(config.coding().broadcast(), groups::groupOf);
    }
}

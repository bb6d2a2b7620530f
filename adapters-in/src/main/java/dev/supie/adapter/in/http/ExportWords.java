package dev.supie.adapter.in.http;

import dev.supie.domain.meeting.Language;

import java.util.Map;

/// What stands above the parts of an exported meeting, in the language its minutes are in.
record ExportWords(
        String untitled,
        String started,
        String length,
        String badge,
        String meeting,
        Map<String, String> unfinished,
        String bullets,
        String decisions,
        String actions,
        String risks,
        String nextSteps,
        String transcript) {

    private static final ExportWords ENGLISH =
            new ExportWords(
                    "Meeting",
                    "Started",
                    "Length",
                    "Badge",
                    "Id",
                    Map.of(
                            "recording",
                            "Still being recorded.",
                            "finalizing",
                            "The minutes are being written."),
                    "Summary",
                    "Decisions",
                    "Actions",
                    "Risks",
                    "Next steps",
                    "Transcript");

    private static final ExportWords CHINESE =
            new ExportWords(
                    "会议",
                    "开始时间",
                    "时长",
                    "设备",
                    "编号",
                    Map.of("recording", "仍在录制。", "finalizing", "正在生成纪要。"),
                    "要点",
                    "决定",
                    "行动项",
                    "风险",
                    "下一步",
                    "会议记录");

    static ExportWords of(MeetingBody meeting) {
        String said =
                meeting.title()
                        + meeting.summary()
                                .map(summary -> String.join("", summary.bullets()))
                                .orElse("");
        return switch (Language.of(said)) {
            case ZH -> CHINESE;
            case EN -> ENGLISH;
        };
    }
}

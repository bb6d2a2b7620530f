package dev.supie.bootstrap.config;

/// Everything the server can be told, complete and checked: no consumer validates again.
public record SupieConfig(
        ServerConfig server,
        AccessConfig access,
        EnrolmentConfig enrolment,
        IdleConfig idle,
        PhrasesConfig phrases,
        DataConfig data,
        LanguageModelsConfig languageModels,
        SpeechConfig speech,
        MeetingConfig meeting,
        WebhookConfig webhook,
        SpeakingConfig speaking,
        WorkflowConfig workflow,
        PeerConfig peer,
        CodingConfig coding,
        ConversationConfig conversation,
        LogConfig log,
        TracingConfig tracing,
        ManagementConfig management) {}

package dev.supie.domain.coding;

import dev.supie.domain.meeting.Language;

import java.util.Locale;

/// What the rules say, in both languages. Names of what it is about are put in; nothing else of a
/// log is.
enum Wording {
    FAILED(
            "The build failed: errors %d, failed tests %d, warnings %d",
            "构建失败：错误 %d 个，失败测试 %d 个，警告 %d 个"),
    SUCCEEDED("The build succeeded, warnings: %d", "构建成功，警告 %d 个"),
    TESTS_PASSED("The build succeeded: tests passed %d, warnings %d", "构建成功：通过测试 %d 个，警告 %d 个"),
    SO_FAR("So far: errors %d, failed tests %d, warnings %d", "到目前为止：错误 %d 个，失败测试 %d 个，警告 %d 个"),
    NOTHING("Nothing stood out", "没有发现异常"),

    MEMORY("The build ran out of memory", "构建时内存耗尽"),
    COMPILE("Code that does not compile: %d", "无法编译之处：%d"),
    MISSING("What is not found: %d", "找不到的依赖：%d"),
    TESTS("Tests that fail: %d", "未通过的测试：%d"),
    NETWORK("A server could not be reached", "有服务器无法访问"),
    TIMEOUT("Something took too long and was given up", "有操作耗时过长被放弃"),
    BUILD("Other trouble with the build: %d", "其他构建问题：%d"),
    LINT("Warnings so far: %d", "警告数：%d"),

    LINE("%s at line %d", "%s 的第 %d 行"),

    RISK_IGNORED(
            "Tests fail and the build goes on: their failures are ignored", "测试未通过但构建仍在继续：失败被忽略"),
    RISK_MEMORY("Other jobs on the same machine may be hit as well", "同一台机器上的其他任务也可能受影响"),
    RISK_NETWORK("The build depends on a server that is not always there", "构建依赖于并不总是可用的服务器"),
    RISK_TIMEOUT("It may fail now and then without any change", "可能在没有改动时偶尔失败"),
    RISK_MISSING("It will fail in the same way on every other machine", "在其他机器上也会同样失败"),
    RISK_MANY("Most of so many may only follow from the first", "大多数可能只是由第一个引起"),
    RISK_WARNINGS("Among so many warnings a new one is not seen", "警告太多，新的警告不易被发现"),

    FIX("Correct %s first; what comes after it often follows from it", "先修正 %s，后面的往往由它引起"),
    IMPORT("Look for a misspelt name or a forgotten import of %s", "检查 %s 是否拼写错误或忘记导入"),
    DECLARE("Declare %s among the dependencies, or correct its version", "在依赖中声明 %s，或更正其版本"),
    INSTALL("Try: %s", "可以尝试：%s"),
    PATH("Check whether %s exists and is written like that", "检查 %s 是否存在、写法是否正确"),
    HEADER(
            "Install the package that has %s, or add its folder to the search path",
            "安装提供 %s 的软件包，或添加搜索路径"),
    ALONE("Run only what failed: %s", "只运行失败的测试：%s"),
    FIRST("Look for the first error in the log, not for the last", "先看日志中的第一个错误，而不是最后一个"),
    LOOK("Look at %s", "查看 %s"),
    MORE_MEMORY("Give it more memory or fewer parallel jobs: %s", "增加内存或减少并行任务：%s"),
    REACH("Check network, proxy and the address of the server", "检查网络、代理和服务器地址"),
    WAITS("Find out what it waits for before raising the limit", "先弄清它在等待什么，再考虑放宽时限"),
    TRANSITIVE("Compare the versions that exclude each other: %s", "比较互相冲突的版本：%s"),

    AGAIN("Build again after the first correction: %s", "修正后重新构建：%s"),
    AGAIN_SOMEHOW("Build again after the first correction", "修正后重新构建"),
    ALL_TESTS("When that passes, run all tests", "通过后再运行全部测试"),
    TIDY("Clear up the warnings while they are few", "趁警告不多时清理掉"),
    GO_ON("Go on with the next change", "可以继续下一步修改");

    private final String english;
    private final String chinese;

    Wording(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Language language, Object... names) {
        return switch (language) {
            case EN -> String.format(Locale.ROOT, english, names);
            case ZH -> String.format(Locale.ROOT, chinese, names);
        };
    }
}

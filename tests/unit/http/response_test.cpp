// Response: errors as JSON, header lines that cannot be split, and reason phrases for every status we send.
#include "server/http/response.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace parterre;
using namespace parterre::http;

namespace {

// Whether the work aborts its process; tried in a child.
template <typename Work>
bool aborts(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        std::freopen("/dev/null", "w", stderr);
        std::signal(SIGABRT, SIG_DFL); // QtTest's own handler would print a trace
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

} // namespace

class ResponseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesEveryErrorAsJson()
    {
        for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const Response response = errorResponse({code, "Row \"C\"\\\n\x01 é"}, R"({"seats": ["A/1"]})");
            QJsonParseError problem;
            const auto error = QJsonDocument::fromJson(response.body, &problem).object().value(QLatin1String("error"));
            QCOMPARE(problem.error, QJsonParseError::NoError);
            QCOMPARE(error[QLatin1String("code")].toString().toStdString(), std::string(wireName(code)));
            const QString message = error[QLatin1String("message")].toString();
            QVERIFY(message.startsWith(QString::fromUtf8(errorSentence(code).data())));
            QVERIFY(message.contains(QString::fromUtf8("Row \"C\"\\\n\x01 é")));
            QVERIFY(error[QLatin1String("details")][QLatin1String("seats")].isArray());
            QCOMPARE(response.status, httpStatus(code));
            QVERIFY(reasonPhrase(response.status) != "Status");
            QCOMPARE(response.headers.contains("Retry-After: "), response.status == 429 || response.status == 503);
        }
    }

    void saysHowLongToWait()
    {
        QCOMPARE(errorResponse({ErrorCode::RateLimited, "sign-in again in 12 s"}).headers,
                 QByteArray("Retry-After: 12\r\n"));
        QCOMPARE(errorResponse({ErrorCode::Overloaded, "queue"}).headers, QByteArray("Retry-After: 1\r\n"));
        QCOMPARE(errorResponse({ErrorCode::Overloaded, ""}).headers, QByteArray("Retry-After: 1\r\n"));
    }

    void refusesToSplitAHeader_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line feed") << QByteArray("Location") << QByteArray("/a\nSet-Cookie: x=1");
        QTest::newRow("return") << QByteArray("Location") << QByteArray("/a\rb");
        QTest::newRow("NUL") << QByteArray("Location") << QByteArray("/a\0b", 4);
        QTest::newRow("in the name") << QByteArray("X\r\nY") << QByteArray("1");
    }
    void refusesToSplitAHeader()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QVERIFY(aborts([&] { Response().addHeader(name.toStdString(), value.toStdString()); }));
        QVERIFY(!aborts([&] { Response().addHeader("Location", "/a"); }));
    }

    void escapesJson()
    {
        QCOMPARE(jsonString(std::string_view("a\"b\\c\n\0é", 9)), QByteArray("\"a\\\"b\\\\c\\u000a\\u0000é\""));
    }
};

QTEST_GUILESS_MAIN(ResponseTest)
#include "response_test.moc"

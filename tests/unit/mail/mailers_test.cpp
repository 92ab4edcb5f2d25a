// Both ways out of the house: a file that is whole, and a conversation with a mail server, also one that is not well.
#include "server/mail/folder_mailer.h"
#include "server/mail/smtp_mailer.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;

namespace {

Mail sample()
{
    return {"order-1", "fan@example.org", "Your tickets", "Hello.\n", Instant{1'795'635'000'000}};
}

// A mail server that says what the test wants it to say to RCPT.
class SmtpDouble : public QObject
{
public:
    explicit SmtpDouble(QByteArray toRecipient = "250 ok") : m_toRecipient(std::move(toRecipient))
    {
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            socket->write("220 test\r\n");
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(*socket); });
        });
    }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_server.serverPort()); }

    QByteArray mail; // received
    QByteArrayList commands;

private:
    void hear(QTcpSocket& socket)
    {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            if (m_inData) {
                if (line != ".\r\n") {
                    mail += line;
                    continue;
                }
                m_inData = false;
                socket.write("250 queued\r\n");
                continue;
            }
            commands << line.trimmed();
            m_inData = line.startsWith("DATA");
            socket.write(m_inData                  ? "354 go on\r\n"
                         : line.startsWith("RCPT") ? m_toRecipient + "\r\n"
                         : line.startsWith("QUIT") ? QByteArray("221 bye\r\n")
                                                   : QByteArray("250 ok\r\n"));
        }
    }
    QTcpServer m_server;
    QByteArray m_toRecipient;
    bool m_inData = false;
};

} // namespace

class MailersTest : public QObject
{
    Q_OBJECT

    Result<void> sent(Mailer& mailer, const Mail& mail)
    {
        std::optional<Result<void>> answer;
        mailer.send(mail, [&](Result<void> done) { answer = std::move(done); });
        if (answer)
            qFatal("answered inside the call");
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return answer.value_or(Error{ErrorCode::Timeout, {}});
    }

private Q_SLOTS:
    void leavesAFile()
    {
        QTemporaryDir folder;
        FolderMailer mailer(folder.filePath(QStringLiteral("out/box")), "tickets@venue.example");
        QVERIFY(sent(mailer, sample()).ok());
        QVERIFY(sent(mailer, sample()).ok()); // once more: the same file
        const QDir box(folder.filePath(QStringLiteral("out/box")));
        QCOMPARE(box.entryList(QDir::Files), QStringList{QStringLiteral("order-1.eml")});
        QFile file(box.filePath(QStringLiteral("order-1.eml")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("To: <fan@example.org>\r\n"));
    }

    void saysWhenItCannotWrite()
    {
        FolderMailer mailer(QStringLiteral("/proc/nowhere"), "tickets@venue.example");
        QCOMPARE(sent(mailer, sample()).error().code, ErrorCode::Storage);
        Mail bad = sample();
        bad.to = "nobody";
        QCOMPARE(sent(mailer, bad).error().code, ErrorCode::Malformed);
    }

    void speaksSmtp()
    {
        SmtpDouble server;
        SmtpMailer mailer({server.url(), {}, {}, "tickets@venue.example"});
        const Result<void> done = sent(mailer, sample());
        QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
        QVERIFY(server.commands.contains("MAIL FROM:<tickets@venue.example>") ||
                server.commands.contains("MAIL FROM:<tickets@venue.example> SIZE=0"));
        QVERIFY(server.commands.contains("RCPT TO:<fan@example.org>"));
        QVERIFY(server.mail.contains("Subject: Your tickets\r\n"));
    }

    void tellsForNowFromForEver()
    {
        SmtpDouble busy("451 later");
        SmtpMailer toBusy({busy.url(), {}, {}, "tickets@venue.example"});
        QCOMPARE(sent(toBusy, sample()).error().code, ErrorCode::Unavailable);
        SmtpDouble never("550 no such person");
        SmtpMailer toNever({never.url(), {}, {}, "tickets@venue.example"});
        QCOMPARE(sent(toNever, sample()).error().code, ErrorCode::Malformed);
        SmtpDouble picky("501 no such syntax");
        SmtpMailer toPicky({picky.url(), {}, {}, "tickets@venue.example"});
        QCOMPARE(sent(toPicky, sample()).error().code, ErrorCode::Malformed);
        SmtpDouble locked("530 sign in first");
        SmtpMailer toLocked({locked.url(), {}, {}, "tickets@venue.example"});
        QCOMPARE(sent(toLocked, sample()).error().code, ErrorCode::Unavailable);
        SmtpMailer nobody({"smtp://127.0.0.1:1", {}, {}, "tickets@venue.example"});
        QCOMPARE(sent(nobody, sample()).error().code, ErrorCode::Unavailable);
    }

    void mayGoWithAMailUnderWay()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
        bool answered = false;
        {
            SmtpMailer mailer(
                {"smtp://127.0.0.1:" + std::to_string(silent.serverPort()), {}, {}, "tickets@venue.example"});
            mailer.send(sample(), [&](Result<void>) { answered = true; });
            QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, 10'000));
        }
        QTest::qWait(0);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(MailersTest)
#include "mailers_test.moc"

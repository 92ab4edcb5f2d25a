// ServerUnderTest: the real parterre-server as a process of its own, on a data folder that lives as long as the test.
#pragma once

#include "tests/support/blocking_http.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

namespace parterre::testing {

struct CommandRun
{
    int status = -1; // -1: did not end in time, or by a signal
    QByteArray out;
    QByteArray err;
};

// Lives on one thread. PARTERRE_SERVER is the program's path.
class ServerUnderTest
{
public:
    ~ServerUnderTest() { kill(); }

    QString data() const { return m_folder.path(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }

    // Starts and waits until it listens on a port of its own choosing. False with the reason in errors().
    bool start(const QStringList& options = {QStringLiteral("--test-payments")})
    {
        m_process = std::make_unique<QProcess>();
        m_process->start(QStringLiteral(PARTERRE_SERVER),
                         QStringList{QStringLiteral("serve"), QStringLiteral("--data"), data(),
                                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
                             options);
        const QDeadlineTimer deadline(20'000);
        QByteArray out;
        while (!deadline.hasExpired() && m_process->state() != QProcess::NotRunning) {
            m_process->waitForReadyRead(static_cast<int>(deadline.remainingTime()));
            out += m_process->readAllStandardOutput();
            const qsizetype mark = out.indexOf("listening on http://127.0.0.1:");
            const qsizetype end = out.indexOf('\n', std::max<qsizetype>(mark, 0));
            if (mark < 0 || end < 0)
                continue;
            m_port = out.mid(mark + 30, end - mark - 30).toUShort();
            return m_port != 0;
        }
        return false;
    }
    // As a power cut ends it.
    void kill()
    {
        if (!m_process || m_process->state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_process->processId()), SIGKILL);
        m_process->waitForFinished(10'000);
    }
    // Asks it to stop; the exit status, -1 when it does not within ten seconds.
    int stop()
    {
        ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
        if (!m_process->waitForFinished(10'000) || m_process->exitStatus() != QProcess::NormalExit)
            return -1;
        return m_process->exitCode();
    }
    bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    qint64 pid() const { return m_process->processId(); }
    QByteArray errors() { return m_process ? m_process->readAllStandardError() : QByteArray(); }

    std::uint16_t port() const { return m_port; }
    BlockingHttp http(const QString& from = {}) const { return BlockingHttp(m_port, from); }

    // Another command of the program on the same data.
    CommandRun run(const QStringList& words, const QByteArray& input = {}) const
    {
        QProcess process;
        process.start(QStringLiteral(PARTERRE_SERVER), words + QStringList{QStringLiteral("--data"), data()});
        process.write(input);
        process.closeWriteChannel();
        CommandRun result;
        if (process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit)
            result.status = process.exitCode();
        result.out = process.readAllStandardOutput();
        result.err = process.readAllStandardError();
        return result;
    }
    CommandRun verify() const { return run({QStringLiteral("verify")}); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    std::uint16_t m_port = 0;
};

} // namespace parterre::testing

// SmtpMailer: hands mails to a mail server by SMTP (RFC 5321), by libcurl, one after the other on a thread of its own:
// a mail server may take its time, and libcurl waits for the end of a mail.
#pragma once

#include "server/mail/mailer.h"
#include "server/relay/relay.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parterre {

struct SmtpServer
{
    std::string url;  // "smtp://mail.example:587" (STARTTLS when the server offers it) or "smtps://mail.example"
    std::string user; // empty: no sign-in
    std::string password;
    std::string from; // envelope and header
};

// Answers on the thread it was made on.
class SmtpMailer : public Mailer
{
public:
    static constexpr Milliseconds longest{30'000}; // for one mail

    explicit SmtpMailer(SmtpServer server);
    ~SmtpMailer() override; // breaks off the mail under way; what waits is not answered
    void send(const Mail& mail, Completion<void> done) override;

private:
    struct Job
    {
        Mail mail;
        Completion<void> done;
    };
    void work();
    Result<void> deliver(const Mail& mail);

    const SmtpServer m_server;
    QObject m_home;
    RelayPtr m_toHome;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // looked at on the home thread
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Job> m_jobs;
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace parterre

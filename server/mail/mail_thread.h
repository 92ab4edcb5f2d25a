// MailThread: carries one mail after the other away on a thread of its own: a mail server may take its time, and so may
// a disk that is to have written a file.
#pragma once

#include "server/mail/mailer.h"
#include "server/relay/relay.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace parterre {

// Answers on the thread it was made on, which has an event loop.
class MailThread
{
public:
    // Runs on the mail thread. Breaks off soon once `ending` is true.
    using Deliver = std::function<Result<void>(const Mail& mail, std::atomic<bool>& ending)>;

    explicit MailThread(Deliver deliver);
    ~MailThread(); // waits for the mail under way; what waits behind it is not answered
    void post(const Mail& mail, Completion<void> done);

private:
    struct Job
    {
        Mail mail;
        Completion<void> done;
    };
    void work();

    const Deliver m_deliver;
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

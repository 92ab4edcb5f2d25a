// A queue under a mutex; answers go home by a relay.
#include "server/mail/mail_thread.h"

namespace parterre {

MailThread::MailThread(Deliver deliver) : m_deliver(std::move(deliver)), m_toHome(relayTo(&m_home))
{
    m_thread = std::thread([this] { work(); });
}

MailThread::~MailThread()
{
    *m_alive = false;
    {
        const std::lock_guard lock(m_mutex); // or it is told between looking and waiting
        m_ending = true;
    }
    m_arrived.notify_one();
    m_thread.join();
}

void MailThread::post(const Mail& mail, Completion<void> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({mail, std::move(done)});
    }
    m_arrived.notify_one();
}

void MailThread::work()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_ending)
            return;
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        m_toHome->post([alive = m_alive, done = std::move(job.done), answer = m_deliver(job.mail, m_ending)] {
            if (*alive)
                done(answer);
        });
    }
}

} // namespace parterre

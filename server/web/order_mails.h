// OrderMails: writes to fans what happened to their orders: bought, given back. In every language of the pages, since
// the log does not know theirs.
#pragma once

#include "server/api/log_follower.h"
#include "server/mail/mailer.h"
#include "server/web/words.h"

namespace parterre::web {

// Answering thread only.
class OrderMails
{
public:
    // `publicUrl` is how fans reach the pages ("https://tickets.example"), without a slash at its end.
    OrderMails(ApiContext& context, Mailer& mailer, std::string publicUrl);

    void setPublicUrl(std::string url) { m_publicUrl = std::move(url); }
    Result<void> start() { return m_follower.start(); }
    void committed(const EventMirror& mirror, const CommittedEntries& entries);
    Result<void> savePositions() { return m_follower.savePositions(); }

private:
    void act(const EventMirror& mirror, const LogEntry& entry, Completion<void> done);
    ApiContext& m_context;
    Mailer& m_mailer;
    std::string m_publicUrl;
    LogFollower m_follower;
};

// The mail about an entry; nothing when it concerns no fan with an address. `link` opens the order.
std::optional<Mail> mailAbout(const EventMirror& mirror, const LogEntry& entry,
                              const std::function<std::string(OrderId)>& link);

} // namespace parterre::web

// Port Mailer: carries a mail away. FolderMailer leaves it as a file, SmtpMailer hands it to a mail server.
#pragma once

#include "sync/base/instant.h"
#include "sync/base/result.h"

#include <string>

namespace parterre {

// A plain text to one person. All texts are UTF-8.
struct Mail
{
    std::string id; // letters, digits, '-' and '.'; the same when the mail is sent again
    std::string to; // one address
    std::string subject;
    std::string text; // lines end in \n
    Instant at;
};

// One thread; the answer comes later on it, or never when the mailer goes first.
class Mailer
{
public:
    virtual ~Mailer() = default;
    // Ok: the mail is somebody else's to deliver now. Malformed: it can never be sent (an address with a line break,
    // say). Unavailable or Storage: try again.
    virtual void send(const Mail& mail, Completion<void> done) = 0;
};

} // namespace parterre

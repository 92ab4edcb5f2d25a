// Account: enrolling this installation once, and clerks signing in, on line or against a verifier in the journal.
#pragma once

#include "sync/counter/carry_over.h"
#include "sync/counter/core.h"
#include "sync/counter/link.h"

namespace parterre {

class Account
{
public:
    struct Hooks
    {
        std::function<void(const Result<void>&)> heard; // what an answer says about the line
        std::function<void()> reenrolled;               // a new installation: other streams, and trusted again
        std::function<void(const Error&)> notice;
    };

    Account(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    void enrol(std::string server, std::string code, std::string name, Completion<void> done);
    void signIn(std::string name, std::string password, Completion<void> done);
    void signOut();
    // Tells the link who we are, after start() too.
    void introduce();
    // What an earlier installation sold and the centre does not know goes into this one's streams. After start() too:
    // the program may have stopped in between. And when a restore has put answers aside.
    void carryOver();

private:
    bool isKnown(const std::string& name, const std::string& password) const; // can be checked without the centre
    Result<void> signedInHere(const std::string& name, const std::string& password, const Result<SignedIn>& answer);
    Error unanswered(const std::string& name, ErrorCode why) const;

    Result<void> carryOver(EventId event, std::vector<CarriedFact> facts);
    Result<void> mayEnrol() const;
    Result<void> enrolled(const EnrolledDevice& answer);

    Core& m_core;
    Hooks m_hooks;
    std::uint64_t m_attempt = 0; // counts signIn() and signOut()
    bool m_wasAnswered = false;  // in this run: a line that is down since is known to be down, not only not tried yet
};

} // namespace parterre

// Account: enrolling this installation once, and clerks signing in, on line or against a verifier in the journal.
#pragma once

#include "sync/counter/core.h"

namespace parterre {

class Account
{
public:
    // `heard`: what an answer says about the line.
    Account(Core& core, std::function<void(const Result<void>&)> heard) : m_core(core), m_heard(std::move(heard)) {}

    void enrol(std::string server, std::string code, std::string name, Completion<void> done);
    void signIn(std::string name, std::string password, Completion<void> done);
    void signOut();
    // Tells the link who we are, after start() too.
    void introduce();

private:
    Result<void> signedInHere(const std::string& name, const std::string& password, const Result<SignedIn>& answer);

    Core& m_core;
    std::function<void(const Result<void>&)> m_heard;
};

} // namespace parterre

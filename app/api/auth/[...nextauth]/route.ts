import { handleAuth } from "@/server/api/auth/handle-auth";

export { handleAuth as GET, handleAuth as POST };

/** What people call the console's roles, whose names AWS makes longer: `operator`. Any other keeps its name. */
export const roleWord = (role: string): string => /console(operator|reader)/i.exec(role)?.[1]?.toLowerCase() ?? role;
